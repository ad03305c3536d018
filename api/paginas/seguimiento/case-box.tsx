import { whyNotReceived } from '../../base/kernel/why-not-received';
import type { Texts } from '../../../content/texts';
import { instantInWords } from '../../base/kernel/local-date';
import { MAX_ANEXO_BYTES, MAX_ANEXOS } from '../../base/kernel/receive-file';
import { type MensajeDicho, type Seguimiento, sinContestar } from '../../base/kernel/seguimiento';
import { TextArea } from '../form-fields';
import type { CaseKeys } from './case-keys';

/** The form of the box: its key makes one act of adding happen once. */
export interface BoxForm {
  readonly clave: string;
  readonly texto: string;
  readonly error?: string;
}

interface CaseBoxProps {
  readonly t: Texts;
  readonly caso: Seguimiento;
  readonly keys: CaseKeys;
  readonly form: BoxForm;
}

/** What person and office said to each other, and the form to say more. */
export const CaseBox = ({ t, caso, keys, form }: CaseBoxProps) => (
  <section aria-labelledby="buzon">
    <h2 id="buzon">{t('seguimiento.buzon.titulo')}</h2>
    {sinContestar(caso.mensajes).length > 0 && <p class="nota">{t('seguimiento.buzon.pregunta')}</p>}
    {caso.mensajes.length === 0 ? (
      <p>{t('seguimiento.buzon.ninguno')}</p>
    ) : (
      <ol class="pasos">
        {caso.mensajes.map((mensaje) => (
          <Mensaje key={mensaje.n} t={t} mensaje={mensaje} />
        ))}
      </ol>
    )}
    {caso.admiteMensajes ? (
      <AddForm t={t} caso={caso} keys={keys} form={form} />
    ) : (
      <p class="nota">{t('seguimiento.buzon.cerrado')}</p>
    )}
  </section>
);

const Mensaje = ({ t, mensaje }: { readonly t: Texts; readonly mensaje: MensajeDicho }) => (
  <li>
    <strong>{t(`seguimiento.buzon.${mensaje.de}`)}</strong>
    <time dateTime={mensaje.en.toISOString()}>{instantInWords(mensaje.en)}</time>
    {mensaje.texto !== '' && <p class="tal-cual">{mensaje.texto}</p>}
    {mensaje.archivos.length > 0 && (
      <p>{t('seguimiento.buzon.archivosDe', { lista: mensaje.archivos.join(', ') })}</p>
    )}
    {mensaje.noRecibidos.map(({ nombre, motivo }) => (
      <p class="nota" key={nombre}>
        {t('seguimiento.buzon.noRecibido', { nombre, motivo: whyNotReceived(t, motivo) })}
      </p>
    ))}
  </li>
);

const AddForm = ({ t, caso, keys, form }: CaseBoxProps) => (
  <form
    method="post"
    action="/seguimiento/mensaje"
    enctype="multipart/form-data"
    novalidate
    class="formulario"
  >
    {/* Before the files: they are only received of whoever has the code. */}
    <input type="hidden" name="numero" value={keys.numero} />
    <input type="hidden" name="codigo" value={keys.codigo} />
    <input type="hidden" name="clave" value={form.clave} />
    {caso.anonima && <p class="nota">{t('seguimiento.buzon.ayudaAnonima')}</p>}
    <TextArea
      t={t}
      name="mensaje"
      label={t('seguimiento.buzon.escriba')}
      hint={t('seguimiento.buzon.ayuda')}
      value={form.texto}
      error={form.error}
      rows={5}
    />
    <FilesField t={t} />
    <button class="boton">{t('seguimiento.buzon.agregar')}</button>
  </form>
);

const FilesField = ({ t }: { readonly t: Texts }) => (
  <div class="campo">
    <label for="campo-archivos">
      {t('seguimiento.buzon.archivos')} <span class="necesidad">({t('web.formulario.opcional')})</span>
    </label>
    <p class="pista" id="campo-archivos-ayuda">
      {t('seguimiento.buzon.archivosAyuda', {
        cuantos: MAX_ANEXOS,
        megas: MAX_ANEXO_BYTES / (1024 * 1024),
      })}
    </p>
    <input type="file" id="campo-archivos" name="archivos" multiple aria-describedby="campo-archivos-ayuda" />
  </div>
);

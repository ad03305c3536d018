import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { ErrorSummary } from '../form-fields';
import { hasPersonalData, type CheckedForm } from './check-form';
import { Rows, type Row } from '../rows';
import { CAMPOS, type FormValues } from './form-values';

interface ReviewPage {
  readonly values: FormValues;
  readonly checked: CheckedForm;
  /** Why it could not be filed just now, in words; trying again is safe. */
  readonly problem?: string;
}

/** Everything as it will be filed, before it is filed (WCAG 3.3.4). The form travels in hidden fields. */
export function reviewPage(site: Site, { values, checked, problem }: ReviewPage): string {
  const t = site.content().texts;
  const titulo = t('web.revision.titulo');
  const dropped = checked.identidad.modo === 'ANONIMO' && hasPersonalData(values);
  const cuerpo = (
    <div class="ancho lectura">
      {problem !== undefined && (
        <ErrorSummary
          titulo={t('web.falla.titulo')}
          nota={t('web.formulario.nadaPerdido')}
          errores={[{ mensaje: problem }]}
        />
      )}
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.revision.entrada')}</p>
      <Rows t={t} rows={summary(t, checked)} />
      {dropped && <p class="nota">{t('web.revision.anonimoBorra')}</p>}
      <form method="post" action="/formulario" class="acciones">
        {CAMPOS.map((campo) => (
          <input key={campo} type="hidden" name={campo} value={values[campo]} />
        ))}
        <input type="hidden" name="clave" value={values.clave} />
        <input type="hidden" name="tramite" value={values.tramite} />
        <button class="boton" name="paso" value="radicar">
          {t('web.revision.radicar')}
        </button>
        <button class="boton secundario" name="paso" value="corregir">
          {t('web.revision.corregir')}
        </button>
      </form>
    </div>
  );
  return renderPage(site, { titulo, seccion: '/formulario', cuerpo });
}

function summary(t: Texts, checked: CheckedForm): Row[] {
  const { identidad } = checked;
  const rows: Row[] = [
    [t('web.formulario.texto'), checked.texto],
    [t('web.formulario.lugar'), checked.lugar],
    [t('web.formulario.asunto'), checked.asunto],
    [t('web.formulario.tipo'), t(`tipo.${checked.tipo}.nombre`)],
    [t('web.formulario.identidadLeyenda'), t(`web.modo.${identidad.modo}`)],
  ];
  if (identidad.modo === 'ANONIMO') return rows;
  const { nombre, documento, correo, telefono, direccion } = identidad;
  const contact = [correo, telefono, direccion].filter((value) => value !== undefined);
  return [
    ...rows,
    [t('web.formulario.nombre'), nombre],
    [
      t('web.formulario.numeroDocumento'),
      documento && `${t(`web.documento.${documento.tipo}`)}: ${documento.numero}`,
    ],
    [t('web.revision.respuestaPor'), contact.join('\n')],
  ];
}

import { dependenciasOfrecidas, type Content } from '../../../content/load-content';
import { lineasVisibles } from '../../../content/schemas/emergencias';
import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { FailureRoute } from '../../base/http/other-ways';
import { ErrorSummary } from '../form-fields';
import type { KeptFile } from './files-part';
import type { FormError } from './form-error';
import type { Campo, FormValues } from './form-values';
import { IdentityPart } from './identity-part';
import { labelKey } from './label-key';
import type { PartProps } from './part-props';
import { RequestPart } from './request-part';

interface FormPage {
  readonly values: FormValues;
  readonly errors?: readonly FormError[];
  /** A failure of the whole filing, already in words. */
  readonly problem?: string;
  /** Files that came before; undefined where files cannot be received. */
  readonly kept?: readonly KeptFile[];
}

/** The errors whose texts came with the parts of the form they are about. */
const OF_PAGES = /^representante/;

const errorText = (t: Texts, { clave, parametros }: FormError): string =>
  t(`${OF_PAGES.test(clave) ? 'paginas' : 'web'}.error.${clave}`, parametros);

/** The form, with everything typed kept and each error in words beside its field. */
export function formPage(site: Site, page: FormPage): string {
  const { errors = [], problem } = page;
  const content = site.content();
  const t = content.texts;
  const found = [
    ...(problem === undefined ? [] : [{ mensaje: problem }]),
    ...errors.map((error) => ({ campo: error.campo, mensaje: errorText(t, error) })),
  ];
  const titulo = t('web.formulario.titulo');
  const cuerpo = (
    <div class="ancho lectura">
      {found.length > 0 && (
        <ErrorSummary
          titulo={t('web.formulario.resumenErrores')}
          nota={t('web.formulario.nadaPerdido')}
          errores={found}
        />
      )}
      <h1>{titulo}</h1>
      {problem !== undefined && <FailureRoute content={content} />}
      <p class="entrada">{t('web.formulario.entrada')}</p>
      <EmergencyNote content={content} />
      {page.values.corrupcion !== '' && <p class="nota">{t('paginas.formulario.corrupcion')}</p>}
      <Form content={content} {...page} errors={errors} />
    </div>
  );
  const title = found.length > 0 ? t('web.formulario.errorEnTitulo', { titulo }) : titulo;
  return renderPage(site, { titulo: title, seccion: '/formulario', cuerpo });
}

function EmergencyNote({ content: { texts, emergencias } }: { readonly content: Content }) {
  const [line] = lineasVisibles(emergencias);
  return line ? <p class="nota">{texts('web.formulario.emergencia', { numero: line.numero })}</p> : null;
}

interface FormProps extends Omit<FormPage, 'problem'> {
  readonly content: Content;
  readonly errors: readonly FormError[];
}

function Form({ content, values, errors, kept }: FormProps) {
  const t = content.texts;
  const field: PartProps['field'] = (name, need) => {
    const error = errors.find(({ campo }) => campo === name);
    return {
      t,
      name,
      label: t(labelKey(name)),
      value: values[name],
      error: error && errorText(t, error),
      need,
    };
  };
  const hidden: readonly Campo[] = values.corrupcion === '' ? [] : ['corrupcion'];
  return (
    <form method="post" action="/formulario" enctype="multipart/form-data" novalidate class="formulario">
      <input type="hidden" name="clave" value={values.clave} />
      <input type="hidden" name="tramite" value={values.tramite} />
      {hidden.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name]} />
      ))}
      <RequestPart t={t} field={field} kept={kept} dependencias={dependenciasOfrecidas(content)} />
      <IdentityPart t={t} field={field} />
      <Trap t={t} value={values.sitio} />
      <p class="nota">
        {t('web.formulario.privacidad')} <a href="/privacidad">{t('web.formulario.privacidadEnlace')}</a>
      </p>
      <button class="boton" name="paso" value="revisar">
        {t('web.formulario.revisar')}
      </button>
      <p>
        <a href="/horarios">{t('paginas.formulario.sinTecnologia')}</a>
      </p>
    </form>
  );
}

/** Out of sight and out of reach, unless something filled it: then a person must be able to empty it. */
const Trap = ({ t, value }: { readonly t: Texts; readonly value: string }) => (
  <div class={value === '' ? 'trampa' : 'campo con-error'} aria-hidden={value === '' ? 'true' : undefined}>
    <label for="campo-sitio">{t('web.formulario.trampa')}</label>
    <input
      id="campo-sitio"
      name="sitio"
      value={value}
      tabIndex={value === '' ? -1 : undefined}
      autocomplete="off"
    />
  </div>
);

import type { Content } from '../../../content/load-content';
import { lineasVisibles } from '../../../content/schemas/emergencias';
import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { MODOS_IDENTIDAD, TIPOS_DOCUMENTO } from '../../base/kernel/vocabulary';
import { ErrorSummary, Radios, Select, TextArea, TextField } from '../form-fields';
import { TIPOS_CIUDADANO } from '../../base/kernel/vocabulary';
import type { FormError } from './check-form';
import type { Campo, FormValues } from './form-values';

interface FormPage {
  readonly values: FormValues;
  readonly errors?: readonly FormError[];
  /** A failure of the whole filing, already in words. */
  readonly problem?: string;
}

interface PartProps {
  readonly t: Texts;
  /** Props that every field takes: label, value, hint and error by its name. */
  readonly field: (campo: Campo, need?: 'requerido' | 'opcional') => CommonProps;
}

interface CommonProps {
  readonly t: Texts;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error?: string;
  readonly need?: 'requerido' | 'opcional';
}

const errorText = (t: Texts, { clave, parametros }: FormError): string => t(`web.error.${clave}`, parametros);

/** The form, with everything typed kept and each error in words beside its field. */
export function formPage(site: Site, { values, errors = [], problem }: FormPage): string {
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
      <p class="entrada">{t('web.formulario.entrada')}</p>
      <EmergencyNote content={content} />
      <Form t={t} values={values} errors={errors} />
    </div>
  );
  const title = found.length > 0 ? t('web.formulario.errorEnTitulo', { titulo }) : titulo;
  return renderPage(site, { titulo: title, seccion: '/formulario', cuerpo });
}

function EmergencyNote({ content: { texts, emergencias } }: { readonly content: Content }) {
  const [line] = lineasVisibles(emergencias);
  return line ? <p class="nota">{texts('web.formulario.emergencia', { numero: line.numero })}</p> : null;
}

function Form({ t, values, errors }: { readonly t: Texts } & Required<Pick<FormPage, 'values' | 'errors'>>) {
  const field: PartProps['field'] = (name, need) => {
    const error = errors.find(({ campo }) => campo === name);
    const label = name === 'modo' ? t('web.formulario.identidadLeyenda') : t(`web.formulario.${name}`);
    return { t, name, label, value: values[name], error: error && errorText(t, error), need };
  };
  return (
    <form method="post" action="/formulario" novalidate class="formulario">
      <input type="hidden" name="clave" value={values.clave} />
      <input type="hidden" name="tramite" value={values.tramite} />
      <Request t={t} field={field} />
      <Identity t={t} field={field} />
      <Trap t={t} value={values.sitio} />
      <p class="nota">
        {t('web.formulario.privacidad')} <a href="/privacidad">{t('web.formulario.privacidadEnlace')}</a>
      </p>
      <button class="boton" name="paso" value="revisar">
        {t('web.formulario.revisar')}
      </button>
    </form>
  );
}

const Request = ({ t, field }: PartProps) => (
  <fieldset>
    <legend>
      <h2>{t('web.formulario.solicitudLeyenda')}</h2>
    </legend>
    <TextArea {...field('texto', 'requerido')} rows={8} hint={t('web.formulario.textoAyuda')} />
    <p class="pista">{t('web.formulario.anexos')}</p>
    <TextField {...field('lugar', 'opcional')} hint={t('web.formulario.lugarAyuda')} />
    <TextField {...field('asunto', 'opcional')} hint={t('web.formulario.asuntoAyuda')} />
    <Select
      {...field('tipo')}
      hint={t('web.formulario.tipoAyuda')}
      choices={[
        { value: '', label: t('web.formulario.tipoNoSe') },
        ...TIPOS_CIUDADANO.map((value) => ({ value, label: t(`tipo.${value}.nombre`) })),
      ]}
    />
    <details>
      <summary>{t('web.formulario.tipoSignifica')}</summary>
      <dl class="definiciones">
        {TIPOS_CIUDADANO.map((tipo) => (
          <div key={tipo}>
            <dt>{t(`tipo.${tipo}.nombre`)}</dt>
            <dd>{t(`tipo.${tipo}.definicion`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  </fieldset>
);

const Identity = ({ t, field }: PartProps) => (
  <>
    <Radios
      {...field('modo')}
      choices={MODOS_IDENTIDAD.map((value) => ({
        value,
        label: t(`web.modo.${value}`),
        hint: t(`web.modo.${value}_explica`),
      }))}
    />
    <div class="con-nombre">
      <TextField {...field('nombre', 'requerido')} autocomplete="name" />
      <div class="par">
        <Select
          {...field('tipoDocumento', 'opcional')}
          choices={[
            { value: '', label: t('web.formulario.sinDocumento') },
            ...TIPOS_DOCUMENTO.map((value) => ({ value, label: t(`web.documento.${value}`) })),
          ]}
        />
        <TextField {...field('numeroDocumento', 'opcional')} />
      </div>
      <p class="pista">{t('web.formulario.documentoAyuda')}</p>
      <Contact t={t} field={field} />
    </div>
  </>
);

const Contact = ({ t, field }: PartProps) => (
  <fieldset>
    <legend>
      <h2>{t('web.formulario.contactoLeyenda')}</h2>
    </legend>
    <p class="pista">{t('web.formulario.contactoAyuda')}</p>
    <TextField
      {...field('correo')}
      type="email"
      autocomplete="email"
      hint={t('web.formulario.correoAyuda')}
    />
    <TextField
      {...field('telefono')}
      type="tel"
      autocomplete="tel"
      hint={t('web.formulario.telefonoAyuda')}
    />
    <TextField {...field('direccion')} autocomplete="street-address" />
  </fieldset>
);

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

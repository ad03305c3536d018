import type { Texts } from '../../../content/texts';
import { renderPage, type Site } from '../../base/http/layout';
import { ErrorSummary, TextField } from '../form-fields';
import type { CaseKeys } from './case-keys';

interface LookupPage {
  readonly keys: CaseKeys;
  /** Year of the example number. */
  readonly anio: number;
  /** Whether to ask for what is missing; the first visit asks for nothing. */
  readonly tried?: boolean;
  /** A failure of the whole look-up, in words. */
  readonly problem?: string;
}

interface KeyField {
  readonly name: keyof CaseKeys;
  readonly hint: string;
  readonly error?: string;
}

/** Number and code, to see a case. */
export function lookupPage(site: Site, { keys, anio, tried = false, problem }: LookupPage): string {
  const t = site.content().texts;
  const ejemplo = `${anio}-E-000123`;
  const missing = (name: keyof CaseKeys): string | undefined =>
    tried && keys[name] === '' ? t(`web.error.${name}Vacio`, { ejemplo }) : undefined;
  const fields: readonly KeyField[] = [
    { name: 'numero', hint: t('web.seguimiento.numeroAyuda', { ejemplo }), error: missing('numero') },
    { name: 'codigo', hint: t('web.seguimiento.codigoAyuda'), error: missing('codigo') },
  ];
  const errores = [
    ...(problem === undefined ? [] : [{ mensaje: problem }]),
    ...fields.flatMap(({ name, error }) => (error === undefined ? [] : [{ campo: name, mensaje: error }])),
  ];
  const titulo = t('web.seguimiento.titulo');
  const cuerpo = (
    <div class="ancho lectura">
      {errores.length > 0 && <ErrorSummary titulo={t('web.formulario.resumenErrores')} errores={errores} />}
      <h1>{titulo}</h1>
      <p class="entrada">{t('web.seguimiento.entrada')}</p>
      <LookupForm t={t} keys={keys} fields={fields} />
      <h2>{t('web.seguimiento.noAparece')}</h2>
      <p>{t('web.seguimiento.noApareceTexto')}</p>
    </div>
  );
  const title = errores.length > 0 ? t('web.formulario.errorEnTitulo', { titulo }) : titulo;
  return renderPage(site, { titulo: title, seccion: '/seguimiento', cuerpo });
}

interface LookupFormProps {
  readonly t: Texts;
  readonly keys: CaseKeys;
  readonly fields: readonly KeyField[];
}

const LookupForm = ({ t, keys, fields }: LookupFormProps) => (
  <form method="post" action="/seguimiento" novalidate class="formulario">
    {fields.map(({ name, hint, error }) => (
      <TextField
        key={name}
        t={t}
        name={name}
        label={t(`web.seguimiento.${name}`)}
        hint={hint}
        value={keys[name]}
        error={error}
        need="requerido"
        className="clave"
      />
    ))}
    <button class="boton">{t('web.seguimiento.consultar')}</button>
  </form>
);

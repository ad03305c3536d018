import { renderPage, type Site } from '../../base/http/layout';
import { TIPOS_DOCUMENTO } from '../../base/kernel/vocabulary';
import { ErrorSummary, Select, TextField } from '../form-fields';
import type { DocumentoFault, TypedDocumento } from './read-documento';

interface DocumentoPage {
  readonly typed: TypedDocumento;
  readonly faults: readonly DocumentoFault[];
}

/** Who asks, what for, and the number of a document. The form goes to the address of the page itself. */
export function documentoPage(site: Site, { typed, faults }: DocumentoPage): string {
  const { texts: t, entidad } = site.content();
  const error = (name: DocumentoFault) => (faults.includes(name) ? t(`datosEnlace.error.${name}`) : undefined);
  const errores = faults.map((campo) => ({ campo, mensaje: t(`datosEnlace.error.${campo}`) }));
  const titulo = t('datosEnlace.titulo');
  const field = (name: DocumentoFault) => ({
    t,
    name,
    label: t(`datosEnlace.${name}`),
    value: typed[name],
    error: error(name),
    need: 'requerido' as const,
  });
  const kinds = TIPOS_DOCUMENTO.map((value) => ({ value, label: t(`web.documento.${value}`) }));
  const cuerpo = (
    <div class="ancho lectura">
      {errores.length > 0 && <ErrorSummary titulo={t('web.formulario.resumenErrores')} errores={errores} />}
      <h1>{titulo}</h1>
      <p class="entrada">{t('datosEnlace.entrada')}</p>
      <p>{t('datosEnlace.paraQue', { entidad: entidad.nombre })}</p>
      <p>{t('datosEnlace.opcional')}</p>
      <p class="nota">{t('datosEnlace.ajeno')}</p>
      <form method="post" novalidate class="formulario">
        <Select {...field('tipo')} choices={[{ value: '', label: t('datosEnlace.elija') }, ...kinds]} />
        <TextField {...field('numero')} hint={t('datosEnlace.numeroAyuda')} />
        <p class="pista">{t('datosEnlace.unaVez')}</p>
        <button class="boton">{t('datosEnlace.enviar')}</button>
      </form>
      <p>
        <a href="/privacidad">{t('datosEnlace.politica')}</a>
      </p>
    </div>
  );
  const title = errores.length > 0 ? t('web.formulario.errorEnTitulo', { titulo }) : titulo;
  return renderPage(site, { titulo: title, cuerpo });
}

import { renderPage, type Site } from './layout';
import type { FailureAnswer } from './responder';

const TITLES: Readonly<Record<number, string>> = {
  404: 'web.falla.titulo404',
  429: 'web.falla.titulo429',
  500: 'web.falla.titulo500',
  503: 'web.falla.titulo500',
};

/** The page a browser gets for a failure: what happened, the reference if the fault is ours, and what to do next. */
export function failurePage(site: Site, { estado, mensaje, referencia }: FailureAnswer): string {
  const { texts: t, entidad } = site.content();
  const titulo = t(TITLES[estado] ?? 'web.falla.titulo');
  const cuerpo = (
    <div class="ancho lectura">
      <h1>{titulo}</h1>
      <p class="entrada">{mensaje}</p>
      {referencia && (
        <p>
          {t('web.falla.referencia')} <code class="referencia">{referencia}</code>
        </p>
      )}
      <h2>{t('web.falla.siguiente')}</h2>
      <ul class="enlaces">
        <li>
          <a href="/">{t('web.falla.inicio')}</a>
        </li>
        <li>
          <a href="/formulario">{t('web.falla.formulario')}</a>
        </li>
        <li>
          <a href={`mailto:${entidad.correo}`}>{t('web.falla.persona', { correo: entidad.correo })}</a>
        </li>
      </ul>
    </div>
  );
  return renderPage(site, { titulo, cuerpo });
}

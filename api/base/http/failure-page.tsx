import { renderPage, type Site } from './layout';
import { FailureRoute } from './other-ways';
import type { FailureAnswer } from './responder';

const TITLES: Readonly<Record<number, string>> = {
  404: 'web.falla.titulo404',
  429: 'web.falla.titulo429',
  500: 'web.falla.titulo500',
  503: 'web.falla.titulo500',
  507: 'web.falla.titulo500',
};

/** Those that answer to a form that was sent: what was typed is still in the page before. */
const BACK: ReadonlySet<number> = new Set([400, 413, 415, 429, 500, 503, 507]);

/** The page a browser gets for a failure: what happened, the reference if the fault is ours, and what to do next. */
export function failurePage(site: Site, { estado, mensaje, referencia }: FailureAnswer): string {
  const content = site.content();
  const t = content.texts;
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
      </ul>
      {BACK.has(estado) && <p>{t('paginas.otrosMedios.atras')}</p>}
      {estado !== 404 && <FailureRoute content={content} />}
    </div>
  );
  return renderPage(site, { titulo, cuerpo });
}

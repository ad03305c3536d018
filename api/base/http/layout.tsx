import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Content } from '../../../content/load-content';
import { Footer } from './footer';

/** What every page is drawn with. */
export interface Site {
  /** The content in force now; it can change while the program runs. */
  readonly content: () => Content;
  /** True until the town completes its go-live: every page carries the warning. */
  readonly prueba: boolean;
  /** Public address, with its hash, of one of our files. */
  readonly asset: (path: string) => string;
}

export interface Page {
  readonly titulo: string;
  /** Path of the section, to mark it in the menu. */
  readonly seccion?: string;
  readonly cuerpo: ComponentChildren;
  /** Paths of scripts of ours that improve the page; it works without them where its task allows. */
  readonly scripts?: readonly string[];
  /** On small screens the head gives way to what the page holds: the open chat. */
  readonly llena?: boolean;
}

const MENU = [
  ['/', 'web.menu.inicio'],
  ['/chat', 'web.menu.chat'],
  ['/formulario', 'web.menu.formulario'],
  ['/seguimiento', 'web.menu.seguimiento'],
  ['/tramites', 'web.menu.tramites'],
] as const;

/** A whole HTML document. Everything that is not markup of ours is escaped. */
export const renderPage = (site: Site, page: Page): string =>
  `<!doctype html>${render(<Document site={site} page={page} />)}`;

function Document({ site, page }: { readonly site: Site; readonly page: Page }) {
  const { texts } = site.content();
  return (
    <html lang="es-CO">
      <Head site={site} page={page} />
      <body class={page.llena ? 'llena' : undefined}>
        <a class="saltar" href="#contenido">
          {texts('web.marco.saltar')}
        </a>
        <Header site={site} seccion={page.seccion} />
        <main id="contenido" tabIndex={-1}>
          {page.cuerpo}
        </main>
        <Footer content={site.content()} />
      </body>
    </html>
  );
}

interface HeadProps {
  readonly site: Site;
  readonly page: Pick<Page, 'titulo' | 'scripts'>;
}

function Head({ site, page }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{`${page.titulo} – ${site.content().entidad.nombre}`}</title>
      <link rel="icon" type="image/svg+xml" href={site.asset('/icono.svg')} />
      <link rel="stylesheet" href={site.asset('/estilo.css')} />
      {page.scripts?.map((path) => (
        <script key={path} defer src={site.asset(path)} />
      ))}
    </head>
  );
}

/** A document for a frame in another page: what it holds and nothing around it. */
export const renderFrame = (site: Site, page: Pick<Page, 'titulo' | 'scripts' | 'cuerpo'>): string =>
  `<!doctype html>${render(
    <html lang="es-CO" class="marco">
      <Head site={site} page={page} />
      <body class="marco">
        <main>{page.cuerpo}</main>
      </body>
    </html>,
  )}`;

function Header({ site, seccion }: { readonly site: Site; readonly seccion?: string }) {
  const { entidad, texts } = site.content();
  const { municipio, departamento } = entidad;
  return (
    <header class="cabeza">
      {site.prueba && (
        <p class="prueba">
          <strong>{texts('web.marco.prueba')}</strong> <span>{texts('web.marco.pruebaExplica')}</span>
        </p>
      )}
      <div class="ancho marca-y-menu">
        <a class="marca" href="/">
          <svg class="emblema" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <rect width="40" height="40" rx="10" />
            <path d="M20 33V16m0 0c0-5 4-8 9-8 0 6-4 8-9 8Zm0 8c0-5-4-8-9-8 0 6 4 8 9 8Z" />
          </svg>
          <span>
            <strong>{entidad.nombre}</strong>
            <small>{texts('web.marco.subtitulo', { municipio, departamento })}</small>
          </span>
        </a>
        <nav aria-label={texts('web.marco.navegacion')}>
          <ul class="menu">
            {MENU.map(([path, key]) => (
              <li key={path}>
                <a href={path} aria-current={path === seccion ? 'page' : undefined}>
                  {texts(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

import { join } from 'node:path';
import { Router, type Express } from 'express';
import { createAssets, type Assets } from '../../api/base/http/assets';
import { failurePage } from '../../api/base/http/failure-page';
import { createHttpApp } from '../../api/base/http/http-app';
import type { Site } from '../../api/base/http/layout';
import { createResponder, type Responder } from '../../api/base/http/responder';
import { type Logger, silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import type { HalladaPrueba } from '../../api/comunicaciones/sello/find-proof';
import type { PagesDeps } from '../../api/paginas/pages-deps';
import { createPagesRoutes } from '../../api/paginas/pages.routes';
import type { Verification } from '../../api/constancia/verification-fields';
import { loadContent, type Content } from '../../content/load-content';
import { fakeConstancias } from './fake-constancias';
import { fakeVentanilla, type FakeVentanilla } from './fake-ventanilla';
import { receiveInMemory } from './receive-in-memory';
import { manualClock, type ManualClock } from './manual-clock';

export const ROOT = join(__dirname, '..', '..');

export interface PagesApp {
  readonly app: Express;
  readonly ventanilla: FakeVentanilla;
  readonly clock: ManualClock;
  readonly content: Content;
}

/** What other public routes are made with. */
export interface PagesParts {
  readonly site: Site;
  readonly responder: Responder;
  readonly clock: ManualClock;
}

interface Options {
  readonly prueba?: boolean;
  /** Built scripts by public path; without them pages name files that are not there. */
  readonly scripts?: Readonly<Record<string, string>>;
  readonly routers?: readonly Router[];
  /** Sites whose pages may hold the chat. */
  readonly sitiosPermitidos?: readonly string[];
  /** Public routes of other features. */
  readonly more?: readonly ((parts: PagesParts) => Router)[];
  /** Another Ventanilla to file with. */
  readonly radicar?: FakeVentanilla['radicar'];
  /** What is known of the seal over any case. */
  readonly sello?: HalladaPrueba;
  /** Receives the files of the form; absent, the form takes none. */
  readonly archivos?: PagesDeps['archivos'];
  /** The pages of links; absent, there are none. */
  readonly datosPorEnlace?: PagesDeps['datosPorEnlace'];
  readonly logger?: Logger;
  /** Another content than the product's, and where its files are. */
  readonly withFiles?: { readonly content: Content; readonly archivoEnDisco: PagesDeps['archivoEnDisco'] };
}

export const GOOD_TOKEN = 'bueno.firma';

const verificar = (token: string): Verification =>
  token === GOOD_TOKEN
    ? {
        valida: true,
        prueba: true,
        fechaCumplida: false,
        campos: {
          recepcion: '2026-E-000001',
          radicado: '2026-E-000001',
          recibido: 'martes, 24 de noviembre de 2026, 9:00 a. m.',
          radicadoEn: 'martes, 24 de noviembre de 2026, 9:00 a. m.',
          vence: 'miércoles, 16 de diciembre de 2026',
          anexos: '0',
          clave: 'k1',
        },
      }
    : { valida: false, motivo: 'BAD_SIGNATURE' };

let loaded: Content | undefined;

/** The real content, read once by each test file. */
const realContent = (): Content => (loaded ??= valueOf(loadContent(join(ROOT, 'content'))));

const namedOnly: Assets = { router: Router(), url: (path) => path };

/** The public pages with the real content over a Ventanilla in memory. */
export function pagesApp({
  prueba = true,
  scripts,
  routers = [],
  more = [],
  radicar,
  sello,
  sitiosPermitidos,
  archivos,
  datosPorEnlace,
  logger = silentLogger,
  withFiles,
}: Options = {}): PagesApp {
  const content = withFiles?.content ?? realContent();
  const clock = manualClock();
  const ventanilla = fakeVentanilla(prueba);
  const paginas = join(ROOT, 'api', 'paginas');
  const assets = scripts
    ? createAssets({
        '/estilo.css': join(paginas, 'estilo.css'),
        '/icono.svg': join(paginas, 'icono.svg'),
        ...scripts,
      })
    : namedOnly;
  const site = { content: () => content, prueba, asset: (path: string) => assets.url(path) };
  const responder = createResponder(
    () => content.texts,
    (answer) => failurePage(site, answer),
  );
  const pages = createPagesRoutes({
    site,
    sitiosPermitidos,
    responder,
    clock,
    archivos,
    archivoEnDisco: withFiles?.archivoEnDisco ?? (async () => undefined),
    datosPorEnlace,
    radicar: radicar ?? ((solicitud) => ventanilla.radicar(solicitud)),
    consultar: (numero, codigo) => ventanilla.consultar(numero, codigo),
    adicionar: (adicion) => ventanilla.adicionar(adicion),
    receiveFile: receiveInMemory,
    constanciaPdf: (numero, codigo) => ventanilla.constanciaPdf(numero, codigo),
    constancias: fakeConstancias((numero, codigo) => ventanilla.consultar(numero, codigo), sello),
    clavesPublicas: () => ({}),
    verificar,
  });
  const app = createHttpApp({
    logger,
    clock,
    responder,
    assets,
    trustProxy: 0,
    publicUrl: 'http://localhost:3000',
    routers: [...routers, ...more.map((routes) => routes({ site, responder, clock })), pages],
  });
  return { app, ventanilla, clock, content };
}

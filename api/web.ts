import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express, Router } from 'express';
import { createAvisosRoutes } from './avisos/avisos.routes';
import { createRecibos } from './base/anexos/recibos';
import { createAssets } from './base/http/assets';
import { failurePage } from './base/http/failure-page';
import { createHttpApp } from './base/http/http-app';
import type { Site } from './base/http/layout';
import { createRateLimit } from './base/http/rate-limit';
import { createResponder, type Responder } from './base/http/responder';
import type { DatosPorEnlace } from './base/kernel/datos-por-enlace';
import { createSigner, datedKeys, publicKeys, publishedKeys } from './base/sealing/signer';
import type { Sellos } from './comunicaciones/sello/sellos';
import { createSelloRoutes } from './comunicaciones/sello/sello.routes';
import type { Constancias } from './constancia/constancias';
import { verification } from './constancia/verify';
import type { ArchivosEnDisco } from './contenido/archivos-en-disco';
import { constanciasOf } from './constancias';
import type { Installation } from './installation';
import { createDisponibilidadRoutes } from './interrupciones/disponibilidad.routes';
import { createMongoLatidos } from './interrupciones/mongo-latidos';
import type { Interrupciones } from './interrupciones/ports';
import type { Office } from './office';
import { createPagesRoutes } from './paginas/pages.routes';
import { createVerificadorRoutes } from './paginas/verificar/verificador.routes';
import { openapi } from './pqrsd/openapi';
import { createOpenapiRoutes, createPqrsdRoutes } from './pqrsd/pqrsd.routes';
import { createMongoRevisiones } from './revision/mongo-revisiones';
import { createSaludRoutes } from './salud.routes';

/** Where the product's own files for browsers are. */
export interface Folders {
  readonly root: string;
  readonly build: string;
}

export interface WebDeps {
  readonly installation: Installation;
  readonly office: Office;
  readonly sellos: Sellos;
  readonly interrupciones: Interrupciones;
  readonly folders: Folders;
  /** What the trámites give. */
  readonly archivosEnDisco: ArchivosEnDisco;
  /** What the pages of links given in a chat do. */
  readonly datosPorEnlace: DatosPorEnlace;
  /** The routes of the conversation; they answer failures in the same way as the rest. */
  readonly chatRoutes: (responder: Responder) => Router;
  /** How WhatsApp is, when it is on. */
  readonly whatsapp?: () => string;
  /** Where providers of channels bring messages. */
  readonly webhooks?: readonly Router[];
}

const MINUTE = 60_000;

/** Everything that answers HTTP. */
export function createWeb(deps: WebDeps): Express {
  const { installation, office, folders } = deps;
  const { config, content, ajustes, clock, logger } = installation;
  const assets = createAssets(assetFiles(folders));
  const site: Site = { content: () => content, prueba: ajustes.prueba, asset: assets.url };
  const responder = createResponder(
    () => content.texts,
    (answer) => failurePage(site, answer),
  );
  const constancias = constanciasOf(deps);
  return createHttpApp({
    logger,
    clock,
    responder,
    assets,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    webhooks: deps.webhooks,
    routers: [
      saludRoutes(deps),
      ...apiRoutes(deps, responder, constancias),
      deps.chatRoutes(responder),
      verificadorRoutes(deps),
      createAvisosRoutes({ site, responder, clock, avisos: office.avisos.lectura }),
      disponibilidadRoutes(deps, site, responder),
      pagesRoutes(deps, site, responder, constancias),
    ],
  });
}

/** What people read and fill. */
function pagesRoutes(
  { installation, office, datosPorEnlace, archivosEnDisco }: WebDeps,
  site: Site,
  responder: Responder,
  constancias: Constancias,
): Router {
  const { config, clock } = installation;
  return createPagesRoutes({
    site,
    sitiosPermitidos: config.sitiosPermitidos,
    responder,
    clock,
    radicar: office.filePqrsd,
    archivos: { receive: installation.receiveFile, recibos: createRecibos(installation.sealing) },
    archivoEnDisco: archivosEnDisco.pathOf,
    consultar: office.track,
    adicionar: office.addToCase,
    datosPorEnlace,
    receiveFile: installation.receiveFile,
    constanciaPdf: constancias.pdf,
    constancias,
    clavesPublicas: () => publishedKeys(installation.keys),
    verificar: (token) => verification(token, publicKeys(installation.keys), clock.now()),
  });
}

function saludRoutes({ installation, office, whatsapp }: WebDeps): Router {
  const { config, content, ajustes, store, connection, reserva } = installation;
  const revisiones = createMongoRevisiones(connection, config.entidad);
  return createSaludRoutes({
    ajustes,
    almacen: store.kind,
    ping: () => connection.db?.admin().ping() ?? Promise.reject(new Error('closed')),
    contenido: () => content.hash,
    numeracion: office.numeracion,
    espacio: () => reserva.nivel(),
    whatsapp,
    revision: () => revisiones.last(),
  });
}

function verificadorRoutes({ installation, folders }: WebDeps): Router {
  const { config, keys } = installation;
  return createVerificadorRoutes({
    verificador: readFileSync(join(folders.build, 'verificador.html'), 'utf8'),
    keyList: () => ({ formato: 1, entidad: config.entidad, claves: datedKeys(keys) }),
  });
}

function disponibilidadRoutes(
  { installation, interrupciones }: WebDeps,
  site: Site,
  responder: Responder,
): Router {
  const { connection, config, clock, keys } = installation;
  return createDisponibilidadRoutes({
    site,
    responder,
    clock,
    entidad: config.entidad,
    latidos: createMongoLatidos(connection, config.entidad),
    interrupciones,
    signer: createSigner(keys),
    keys: () => publicKeys(keys),
  });
}

/** What other programs ask for. */
function apiRoutes(
  { installation, office, sellos }: WebDeps,
  responder: Responder,
  { token }: Constancias,
): Router[] {
  const { config, content, ajustes, clock } = installation;
  const perAddress = (limit: number) => createRateLimit({ clock, limit, windowMs: MINUTE });
  return [
    createPqrsdRoutes({
      ...office,
      tokenOf: token,
      clock,
      responder,
      filingLimit: perAddress(60),
      trackingLimit: perAddress(30),
    }),
    createOpenapiRoutes(openapi(config.publicUrl)),
    createSelloRoutes({
      sellos,
      texts: () => content.texts,
      responder,
      publicUrl: config.publicUrl,
      libro: () => (ajustes.prueba ? 'PRUEBA' : 'OFICIAL'),
    }),
  ];
}

const assetFiles = ({ root, build }: Folders) => ({
  '/estilo.css': join(root, 'api/paginas/estilo.css'),
  '/icono.svg': join(root, 'api/paginas/icono.svg'),
  '/mejoras.js': join(build, 'mejoras.js'),
  '/chat.js': join(build, 'chat.js'),
  '/conversacion.js': join(build, 'conversacion.js'),
  '/verificar.js': join(build, 'verificar.js'),
});

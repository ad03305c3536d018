import { join } from 'node:path';
import type { Express, Router } from 'express';
import { createAssets } from './base/http/assets';
import { failurePage } from './base/http/failure-page';
import { createHttpApp } from './base/http/http-app';
import type { Site } from './base/http/layout';
import { createRateLimit } from './base/http/rate-limit';
import { createResponder, type Responder } from './base/http/responder';
import { createSigner, publicKeys, publishedKeys } from './base/sealing/signer';
import type { Sellos } from './comunicaciones/sello/sellos';
import { createSelloRoutes } from './comunicaciones/sello/sello.routes';
import { createConstanciaPdf } from './constancia/constancia-pdf';
import { createConstancias, type Constancias } from './constancia/constancias';
import { verification } from './constancia/verify';
import { byContent } from './contenido/live-content';
import type { Installation } from './installation';
import { createDisponibilidadRoutes } from './interrupciones/disponibilidad.routes';
import { createMongoLatidos } from './interrupciones/mongo-latidos';
import type { Interrupciones } from './interrupciones/ports';
import type { Office } from './office';
import { createPagesRoutes } from './paginas/pages.routes';
import { openapi } from './pqrsd/openapi';
import { createOpenapiRoutes, createPqrsdRoutes } from './pqrsd/pqrsd.routes';
import { confirmedDependencia } from './rutas/route';
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
  /** The routes of the conversation; they answer failures in the same way as the rest. */
  readonly chatRoutes: (responder: Responder) => Router;
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
  const constancias = constanciasOf(installation, office);
  return createHttpApp({
    logger,
    clock,
    responder,
    assets,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    routers: [
      saludRoutes(deps),
      ...apiRoutes(deps, responder, constancias),
      deps.chatRoutes(responder),
      disponibilidadRoutes(deps, site, responder),
      createPagesRoutes({
        site,
        responder,
        clock,
        radicar: office.filePqrsd,
        consultar: office.track,
        constanciaPdf: constancias.pdf,
        clavesPublicas: () => publishedKeys(installation.keys),
        verificar: (token) => verification(token, publicKeys(installation.keys), clock.now()),
      }),
    ],
  });
}

function saludRoutes({ installation, office }: WebDeps): Router {
  const { config, content, ajustes, store, connection, reserva } = installation;
  const revisiones = createMongoRevisiones(connection, config.entidad);
  return createSaludRoutes({
    ajustes,
    almacen: store.kind,
    ping: () => connection.db?.admin().ping() ?? Promise.reject(new Error('closed')),
    contenido: () => content.hash,
    numeracion: office.numeracion,
    espacio: () => reserva.nivel(),
    revision: () => revisiones.last(),
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
  '/verificar.js': join(build, 'verificar.js'),
});

function constanciasOf(installation: Installation, { find, terminos }: Office) {
  const { config, content, contenido, keys, sealing } = installation;
  const signer = createSigner(keys);
  const pdf = byContent(contenido.live.current, ({ texts, entidad }) =>
    createConstanciaPdf({
      texts,
      entidad: { ...entidad, codigo: config.entidad },
      publicUrl: config.publicUrl,
      signer,
    }),
  );
  return createConstancias({
    find,
    sealing,
    terminos,
    codigos: keys.codigos,
    signer,
    pdf: (caso, personal) => pdf()(caso, personal),
    dependenciaName: (codigo) => confirmedDependencia(codigo, content),
    tramiteName: (id) => content.tramites.find((tramite) => tramite.id === id)?.nombre,
  });
}

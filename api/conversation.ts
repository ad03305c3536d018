import { setTimeout as wait } from 'node:timers/promises';
import { createRecibos } from './base/anexos/recibos';
import { jsonBody } from './base/http/body';
import { createRateLimit, limitRequests } from './base/http/rate-limit';
import type { Responder } from './base/http/responder';
import { every } from './base/jobs/every';
import type { Scheduler } from './base/jobs/scheduler';
import { newId } from './base/kernel/ids';
import { byContent } from './contenido/live-content';
import type { Installation } from './installation';
import type { Office } from './office';
import { openMongoSesionesChat } from '../bot/channels/web-chat/mongo-sesiones-chat';
import { MAX_MESSAGE_BYTES } from '../bot/channels/web-chat/web-chat-deps';
import { createWebChat } from '../bot/channels/web-chat/web-chat.routes';
import { createCrearEnlace } from '../bot/datos-por-enlace/crear-enlace';
import { createDatosPorEnlace, purgeEnlaces } from '../bot/datos-por-enlace/datos-por-enlace';
import { openMongoEnlaces } from '../bot/datos-por-enlace/mongo-enlaces';
import { dialogs, first } from '../bot/dialogs';
import { contentCards } from '../bot/engine/cards';
import type { Conversaciones } from '../bot/engine/conversaciones';
import { createEngine, type Engine } from '../bot/engine/create-engine';
import { openMongoConversaciones } from '../bot/engine/mongo-conversaciones';
import { openReferredByConversations } from '../bot/engine/mongo-referred';
import { createScript } from '../bot/engine/script';
import type { Player, TurnDeps } from '../bot/engine/turn-deps';
import { createPollingWake, createWake, type Wake } from '../bot/engine/wake';
import { openMongoInbox } from '../bot/inbox/mongo-inbox';
import { openReferredByInbox } from '../bot/inbox/mongo-referred';
import { createUnderstand } from '../bot/nlu/create-understand';
import type { VentanillaUnica } from '../bot/ventanilla/ventanilla-unica';

/** Botkit is a third of the time it takes to start: it is loaded once the program answers, or by the first turn. */
let loadedPlayer: Promise<Player> | undefined;
export const botkitPlayer = () =>
  (loadedPlayer ??= import('../bot/engine/botkit-player.js').then(({ createBotkitPlayer }) =>
    createBotkitPlayer(),
  ));

/** How often a copy looks for what other copies said in the conversations it shows, in milliseconds. */
const POLL_MS = 250;

const MINUTE = 60_000;

/** What is loaded once the program answers, in milliseconds after. */
export const WARM_MS = 1_000;

/** The Ventanilla Única as a conversation reaches it. */
export const ventanillaOf = ({
  filePqrsd,
  track,
  addToCase,
  myCases,
  findSimilar,
}: Office): VentanillaUnica => ({
  radicar: filePqrsd,
  consultar: track,
  adicionar: addToCase,
  misCasos: myCases,
  parecidas: findSimilar,
});

/** What refers to files before the Ventanilla does, in the order in which a reference travels. */
export const openDrafts = ({ connection, config: { entidad } }: Installation) =>
  Promise.all([openReferredByInbox, openReferredByConversations].map((open) => open(connection, entidad)));

/** The engine of the conversations, on the stores of this installation. */
export async function openEngine(
  installation: Installation,
  ventanilla: VentanillaUnica,
  esperaMs: number,
  channels?: TurnDeps['channels'],
): Promise<Engine> {
  const { config, contenido, connection, sealing, clock, logger, ajustes, storeLongText } = installation;
  const { current } = contenido.live;
  const understand = byContent(current, createUnderstand);
  // Learning takes a fraction of a second: not that of the first person who writes.
  setTimeout(understand, WARM_MS).unref();
  const stored = { connection, entidad: config.entidad, sealing, clock, logger };
  const conversaciones = await openMongoConversaciones(stored);
  return createEngine({
    inbox: await openMongoInbox(stored),
    conversaciones,
    ventanilla,
    script: createScript(dialogs, first, contentCards),
    player: async (before, turn) => (await botkitPlayer())(before, turn),
    content: current,
    publicUrl: config.publicUrl,
    understand: (texto) => understand()(texto),
    prueba: () => ajustes.prueba,
    sealing,
    storeLongText,
    crearEnlace: createCrearEnlace({ enlaces: await openMongoEnlaces(stored), clock, logger }),
    clock,
    logger,
    wake: wakeOf(installation, conversaciones),
    newKey: newId,
    wait: async (milliseconds) => wait(milliseconds),
    esperaMs,
    channels,
  });
}

/** The pages where people give their document, over that engine. */
export async function openDatosPorEnlace(installation: Installation, chat: Engine) {
  const { connection, config, sealing, clock } = installation;
  const stored = { connection, entidad: config.entidad, sealing };
  const enlaces = await openMongoEnlaces(stored);
  const conversaciones = await openMongoConversaciones(stored);
  return {
    datosPorEnlace: createDatosPorEnlace({ enlaces, conversaciones, chat, sealing, clock }),
    schedule: (scheduler: Scheduler): void =>
      scheduler.every('enlaces-vencidos', { everyMs: 60 * MINUTE }, () => purgeEnlaces({ enlaces, clock })),
  };
}

/** Alone, an emitter; beside other copies of the program, also what they say is looked for. */
function wakeOf({ store }: Installation, conversaciones: Conversaciones): Wake {
  const local = createWake();
  if (store.kind === 'embedded') return local;
  return createPollingWake(local, {
    lastSeqs: (ids) => conversaciones.lastSeqs(ids),
    every: (task) => every(POLL_MS, () => void task().catch(() => undefined)),
  });
}

/** The web chat over that engine: its routes and its sockets. */
export async function openWebChat(installation: Installation, engine: Engine) {
  const { connection, config, content, sealing, clock, logger } = installation;
  const chat = createWebChat({
    chat: engine,
    sesiones: await openMongoSesionesChat(connection, config.entidad),
    clock,
    logger,
    publicUrl: config.publicUrl,
    limit: createRateLimit({ clock, limit: 20, windowMs: 10_000 }),
    fileLimit: createRateLimit({ clock, limit: 20, windowMs: MINUTE }),
    receiveFile: installation.receiveFile,
    recibos: createRecibos(sealing),
    explain: ({ code, detail }) => content.texts(`falla.${code}`, detail),
    every,
  });
  const routes = (responder: Responder) =>
    chat.routes({
      json: jsonBody(responder, MAX_MESSAGE_BYTES),
      beforeSesion: [limitRequests(createRateLimit({ clock, limit: 60, windowMs: MINUTE }), responder)],
      fail: (req, res, failure) => responder.failure(req, res, failure),
    });
  return { routes, socket: chat.socket };
}

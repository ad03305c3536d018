import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { runAdmin } from './admin/run-admin';
import { createRecibos } from './base/anexos/recibos';
import { jsonBody } from './base/http/body';
import { createRateLimit, limitRequests } from './base/http/rate-limit';
import type { Responder } from './base/http/responder';
import { systemClock } from './base/kernel/clock';
import { newId } from './base/kernel/ids';
import { createLogger } from './base/kernel/logger';
import { err } from './base/kernel/result';
import { ensureIndexes } from './base/store/connect';
import { openMongoSellos } from './comunicaciones/sello/mongo-sellos';
import { contentCheck } from './content-check';
import type { Installation } from './installation';
import { type Office, openOffice } from './office';
import { EXIT, FOLDERS, io, open, openConfig, openContent, openings, refuse } from './program';
import { startSweeps } from './sweeps';
import { createWeb } from './web';
import { recordFilings } from '../bot/channels/terminal/record-filings';
import { runGuion, runTerminalChat } from '../bot/channels/terminal/terminal-chat';
import { openMongoSesionesChat } from '../bot/channels/web-chat/mongo-sesiones-chat';
import { MAX_MESSAGE_BYTES } from '../bot/channels/web-chat/web-chat-deps';
import { createWebChat } from '../bot/channels/web-chat/web-chat.routes';
import { dialogs, first } from '../bot/dialogs';
import { contentCards } from '../bot/engine/cards';
import { createEngine, type Engine } from '../bot/engine/create-engine';
import type { Player } from '../bot/engine/turn-deps';
import type { Conversaciones } from '../bot/engine/conversaciones';
import { openMongoConversaciones } from '../bot/engine/mongo-conversaciones';
import { createScript } from '../bot/engine/script';
import { createPollingWake, createWake, type Wake } from '../bot/engine/wake';
import { openMongoInbox } from '../bot/inbox/mongo-inbox';
import { createUnderstand } from '../bot/nlu/create-understand';
import type { VentanillaUnica } from '../bot/ventanilla/ventanilla-unica';

/** Botkit is a third of the time it takes to start: it is loaded once the program answers, or by the first turn. */
let loadedPlayer: Promise<Player> | undefined;
const botkitPlayer = () =>
  (loadedPlayer ??= import('../bot/engine/botkit-player.js').then(({ createBotkitPlayer }) =>
    createBotkitPlayer(),
  ));

/** How often a copy looks for what other copies said in the conversations it shows, in milliseconds. */
const POLL_MS = 250;

const MINUTE = 60_000;

function every(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds).unref();
  return () => clearInterval(timer);
}

const ventanillaOf = ({ filePqrsd, track }: Office): VentanillaUnica => ({
  radicar: filePqrsd,
  consultar: track,
});

async function openEngine(
  installation: Installation,
  ventanilla: VentanillaUnica,
  esperaMs: number,
): Promise<Engine> {
  const { config, content, connection, sealing, clock, logger, ajustes, storeLongText } = installation;
  const stored = { connection, entidad: config.entidad, sealing, clock, logger };
  const conversaciones = await openMongoConversaciones(stored);
  return createEngine({
    inbox: await openMongoInbox(stored),
    conversaciones,
    ventanilla,
    script: createScript(dialogs, first, contentCards),
    player: async (before, turn) => (await botkitPlayer())(before, turn),
    content: () => content,
    publicUrl: config.publicUrl,
    understand: createUnderstand(content),
    prueba: () => ajustes.prueba,
    sealing,
    storeLongText,
    clock,
    logger,
    wake: wakeOf(installation, conversaciones),
    newKey: newId,
    wait: async (milliseconds) => wait(milliseconds),
    esperaMs,
  });
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

async function openWebChat(installation: Installation, engine: Engine) {
  const { connection, config, content, sealing, clock, logger } = installation;
  const chat = createWebChat({
    chat: engine,
    sesiones: await openMongoSesionesChat(connection, config.entidad),
    clock,
    logger,
    publicUrl: config.publicUrl,
    limit: createRateLimit({ clock, limit: 20, windowMs: 10_000 }),
    fileLimit: createRateLimit({ clock, limit: 20, windowMs: MINUTE }),
    receiveFile: async ({ nombre }) => err({ nombre, motivo: 'SIN_ESPACIO' }),
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

/** Runs everything in this process until it is told to stop. */
async function serve(): Promise<void> {
  const installation = await open('serve');
  const { config, content, logger } = installation;
  installation.store.onDeath(() => refuse(EXIT.failed, 'store.died'));
  const office = await openOffice(installation);
  const engine = await openEngine(installation, ventanillaOf(office), config.esperaMs);
  const sellos = await openMongoSellos(installation.connection, config.entidad);
  const webChat = await openWebChat(installation, engine);
  await ensureIndexes(installation.connection);
  const web = { installation, office, sellos, folders: FOLDERS, chatRoutes: webChat.routes };
  const server = createServer(createWeb(web));
  server.on('upgrade', webChat.socket.upgrade);
  if (config.roles.has('http')) {
    server.listen(config.port, config.host);
    await Promise.race([
      once(server, 'listening'),
      once(server, 'error').then(([cause]) => Promise.reject(cause as Error)),
    ]);
    io.out(content.texts('servidor.listo', { url: config.publicUrl }));
  }
  setTimeout(() => void botkitPlayer(), 1_000).unref();
  logger.info('server.ready', { prueba: installation.ajustes.prueba, almacen: installation.store.kind });
  engine.recoverTurns().catch((cause: unknown) => logger.error('turns.not-recovered', {}, cause));
  const scheduler = config.roles.has('jobs')
    ? await startSweeps({ installation, office, sellos, engine })
    : undefined;
  await stopAsked();
  server.close();
  webChat.socket.close();
  server.closeAllConnections();
  await scheduler?.stop();
  await engine.idle();
  await installation.close();
}

/** When the terminal, the system or the death of the parent says so. */
const stopAsked = () =>
  Promise.race(['SIGINT', 'SIGTERM', 'disconnect'].map((signal) => once(process, signal)));

/** `chat`: converses at the terminal; `chat --guion FILE`: plays a script. */
async function chat([option, file]: readonly string[]): Promise<number> {
  const [config, content] = [openConfig(), openContent()];
  const texts = () => content.texts;
  if (option !== undefined && (option !== '--guion' || file === undefined)) {
    io.err(texts()('terminal.uso'));
    return 2;
  }
  const guion = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (file !== undefined && guion === undefined)
    return refuse(EXIT.failed, texts()('admin.archivoIlegible', { archivo: file }));
  const installation = await open('attach-or-own', config, content);
  const { ventanilla, radicados } = recordFilings(ventanillaOf(await openOffice(installation)));
  const engine = await openEngine(installation, ventanilla, 0);
  await ensureIndexes(installation.connection);
  const terminal = { chat: engine, clock: systemClock, texts, print: io.out };
  if (guion !== undefined) await runGuion({ ...terminal, guion, radicados });
  else await runTerminalChat({ ...terminal, input: createInterface({ input: process.stdin }) });
  await engine.idle();
  await installation.close();
  return 0;
}

function admin(args: readonly string[]): Promise<number> {
  const [config, content] = [openConfig(), openContent()];
  return runAdmin(args, {
    config,
    content,
    io,
    ...openings(config, content),
  });
}

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: async () => {
    await serve();
    return 0;
  },
  chat,
  admin,
  'content-check': () => Promise.resolve(contentCheck()),
};

const [command = 'start', ...args] = process.argv.slice(2);
const run = COMMANDS[command] ?? (() => Promise.resolve(refuse(2, `unknown command: ${command}`)));

run(args).then(
  (code) => process.exit(code),
  (cause: unknown) => {
    createLogger().error('program.failed', { command }, cause);
    process.exit(EXIT.failed);
  },
);

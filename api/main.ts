import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { contentCheck } from './admin/content-check';
import { runAdmin } from './admin/run-admin';
import { jsonBody } from './base/http/body';
import { createRateLimit, limitRequests } from './base/http/rate-limit';
import type { Responder } from './base/http/responder';
import { systemClock } from './base/kernel/clock';
import { newId } from './base/kernel/ids';
import { createLogger } from './base/kernel/logger';
import { ensureIndexes } from './base/store/connect';
import { openMongoSellos } from './comunicaciones/sello/mongo-sellos';
import { keepUpWithContent } from './contenido/keep-up';
import { byContent } from './contenido/live-content';
import type { Installation } from './installation';
import { openSigns } from './latidos';
import { type Office, openOffice } from './office';
import {
  CONTENT_DIR,
  EXIT,
  FOLDERS,
  io,
  open,
  openConfig,
  openings,
  readContent,
  refuse,
  saidBy,
} from './program';
import { startSweeps } from './sweeps';
import { createWeb } from './web';
import { recordFilings } from '../bot/channels/terminal/record-filings';
import { runGuion, runTerminalChat } from '../bot/channels/terminal/terminal-chat';
import { openMongoSesionesChat } from '../bot/channels/web-chat/mongo-sesiones-chat';
import { createWebChatRoutes } from '../bot/channels/web-chat/web-chat.routes';
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

const ventanillaOf = ({ filePqrsd, track }: Office): VentanillaUnica => ({
  radicar: filePqrsd,
  consultar: track,
});

async function openEngine(
  installation: Installation,
  ventanilla: VentanillaUnica,
  esperaMs: number,
): Promise<Engine> {
  const { config, contenido, connection, sealing, clock, logger, ajustes, storeLongText } = installation;
  const { current } = contenido.live;
  const understand = byContent(current, createUnderstand);
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
    every(task) {
      const timer = setInterval(() => void task().catch(() => undefined), POLL_MS).unref();
      return () => clearInterval(timer);
    },
  });
}

async function chatRoutesOf(installation: Installation, engine: Engine) {
  const { connection, config, clock, logger } = installation;
  const sesiones = await openMongoSesionesChat(connection, config.entidad);
  return (responder: Responder) =>
    createWebChatRoutes({
      chat: engine,
      sesiones,
      clock,
      logger,
      publicUrl: config.publicUrl,
      json: jsonBody(responder, 1024 * 1024),
      beforeSesion: [limitRequests(createRateLimit({ clock, limit: 60, windowMs: 60_000 }), responder)],
      limit: createRateLimit({ clock, limit: 20, windowMs: 10_000 }),
      fail: (req, res, failure) => responder.failure(req, res, failure),
      every(milliseconds, task) {
        const timer = setInterval(task, milliseconds).unref();
        return () => clearInterval(timer);
      },
    });
}

/** Runs everything in this process until it is told to stop. */
async function serve(): Promise<void> {
  const installation = await open('serve');
  const { config, content, logger } = installation;
  installation.store.onDeath(() => refuse(EXIT.failed, 'store.died'));
  const unfollow = await keepUpWithContent({ ...installation.contenido, ...installation, dir: CONTENT_DIR });
  const office = await openOffice(installation);
  const engine = await openEngine(installation, ventanillaOf(office), config.esperaMs);
  const sellos = await openMongoSellos(installation.connection, config.entidad);
  const { interrupciones, ...signs } = await openSigns({ installation, office });
  const chatRoutes = await chatRoutesOf(installation, engine);
  await ensureIndexes(installation.connection);
  const web = { installation, office, sellos, interrupciones, folders: FOLDERS, chatRoutes };
  const server = createServer(createWeb(web));
  if (config.roles.has('http')) {
    server.listen(config.port, config.host);
    await Promise.race([
      once(server, 'listening'),
      once(server, 'error').then(([cause]) => Promise.reject(cause as Error)),
    ]);
    signs.start();
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
  server.closeAllConnections();
  await signs.stop();
  await scheduler?.stop();
  unfollow();
  await engine.idle();
  await installation.close();
}

/** When the terminal, the system or the death of the parent says so. */
const stopAsked = () =>
  Promise.race(['SIGINT', 'SIGTERM', 'disconnect'].map((signal) => once(process, signal)));

/** `chat`: converses at the terminal; `chat --guion FILE`: plays a script. */
async function chat([option, file]: readonly string[]): Promise<number> {
  const disk = readContent();
  if (option !== undefined && (option !== '--guion' || file === undefined)) {
    return refuse(2, saidBy(disk, 'terminal.uso'));
  }
  const guion = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (file !== undefined && guion === undefined)
    return refuse(EXIT.failed, saidBy(disk, 'admin.archivoIlegible', { archivo: file }));
  const installation = await open('attach-or-own', openConfig(), disk);
  const texts = () => installation.content.texts;
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
  const [config, disk] = [openConfig(), readContent()];
  return runAdmin(args, { config, disk, io, contentDir: CONTENT_DIR, ...openings(config, disk) });
}

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: async () => {
    await serve();
    return 0;
  },
  chat,
  admin,
  'content-check': () => Promise.resolve(contentCheck(CONTENT_DIR, io)),
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

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createInterface } from 'node:readline';
import { text as readText } from 'node:stream/consumers';
import { contentCheck } from './admin/content-check';
import { runAdmin } from './admin/run-admin';
import { readlinePrompts } from './admin/ventanilla/readline-prompts';
import { systemClock } from './base/kernel/clock';
import { createLogger, type Logger } from './base/kernel/logger';
import { ensureIndexes } from './base/store/connect';
import { openMongoSellos } from './comunicaciones/sello/mongo-sellos';
import { keepUpWithContent } from './contenido/keep-up';
import {
  botkitPlayer,
  openDatosPorEnlace,
  openDrafts,
  openEngine,
  openWebChat,
  ventanillaOf,
  WARM_MS,
} from './conversation';
import { openSigns } from './latidos';
import { openOffice } from './office';
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
import { openWhatsapp } from './whatsapp';
import { whatsappWebForAdmin } from './whatsapp-web';
import { recordFilings } from '../bot/channels/terminal/record-filings';
import { runGuion, runTerminalChat } from '../bot/channels/terminal/terminal-chat';

/** Runs everything in this process until it is told to stop. */
async function serve(): Promise<void> {
  const installation = await open('serve');
  const { config, content, logger } = installation;
  installation.store.onDeath(() => refuse(EXIT.failed, 'store.died'));
  const unfollow = await keepUpWithContent({ ...installation.contenido, ...installation, dir: CONTENT_DIR });
  const office = await openOffice({ ...installation, drafts: await openDrafts(installation) });
  const whatsapp = await openWhatsapp(installation);
  const engine = await openEngine(installation, ventanillaOf(office), config.esperaMs, whatsapp.channels);
  const sellos = await openMongoSellos(installation.connection, config.entidad);
  const { interrupciones, ...signs } = await openSigns({ installation, office });
  const webChat = await openWebChat(installation, engine);
  const enlaces = await openDatosPorEnlace(installation, engine);
  await ensureIndexes(installation.connection);
  const parts = { installation, office, sellos, interrupciones, folders: FOLDERS, ...enlaces };
  const routes = {
    chatRoutes: webChat.routes,
    webhooks: whatsapp.webhooks(engine),
    whatsapp: whatsapp.state,
  };
  const server = createServer(createWeb({ ...parts, ...routes }));
  server.on('upgrade', webChat.socket.upgrade);
  if (config.roles.has('http')) {
    await listening(server.listen(config.port, config.host));
    signs.start();
    io.out(content.texts('servidor.listo', { url: config.publicUrl }));
    whatsapp.tell();
  }
  logger.info('server.ready', { prueba: installation.ajustes.prueba, almacen: installation.store.kind });
  beginTurns(engine, logger);
  const scheduler = config.roles.has('jobs')
    ? await startSweeps({ installation, office, sellos, engine, whatsapp, enlaces })
    : undefined;
  await stopAsked();
  closeDoors(server, webChat.socket);
  await signs.stop();
  await scheduler?.stop();
  unfollow();
  await engine.idle();
  await installation.close();
}

/** What a crash left without its turn is played; what turns are played with is loaded. */
function beginTurns(engine: { recoverTurns(): Promise<number> }, logger: Logger): void {
  setTimeout(() => void botkitPlayer(), WARM_MS).unref();
  engine.recoverTurns().catch((cause: unknown) => logger.error('turns.not-recovered', {}, cause));
}

/** Nothing comes in any more. */
function closeDoors(server: Server, socket: { close(): void }): void {
  server.close();
  socket.close();
  server.closeAllConnections();
}

const listening = (server: Server): Promise<unknown> =>
  Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([cause]) => Promise.reject(cause as Error)),
  ]);

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
  const office = await openOffice({ ...installation, drafts: await openDrafts(installation) });
  const { ventanilla, radicados } = recordFilings(ventanillaOf(office));
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
  const prompts = () => readlinePrompts({ input: process.stdin, output: process.stderr });
  const keyboard = { prompts, readInput: () => readText(process.stdin) };
  return runAdmin(args, {
    config,
    disk,
    io,
    ...keyboard,
    whatsappWeb: whatsappWebForAdmin,
    contentDir: CONTENT_DIR,
    ...openings(config, disk),
  });
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

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { ensureIndexes } from './base/store/connect';
import { openMongoSellos } from './comunicaciones/sello/mongo-sellos';
import { createArchivosEnDisco } from './contenido/archivos-en-disco';
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
import type { Installation } from './installation';
import { openSigns } from './latidos';
import { listen } from './listen';
import { openOffice } from './office';
import { CONTENT_DIR, EXIT, FOLDERS, io, open, refuse } from './program';
import { startSweeps } from './sweeps';
import { createWeb } from './web';
import { openWhatsapp } from './whatsapp';

/** Runs everything in this process until it is told to stop. */
export async function serve(): Promise<void> {
  const installation = await open('serve');
  const { config, content, logger } = installation;
  installation.store.onDeath(() => refuse(EXIT.failed, 'store.died'));
  const unfollow = await keepUpWithContent({ ...installation.contenido, ...installation, dir: CONTENT_DIR });
  const parts = await openParts(installation);
  const { engine, whatsapp, enlaces, webChat, signs } = parts;
  const server = createServer(webOf(installation, parts));
  server.on('upgrade', webChat.socket.upgrade);
  if (config.roles.has('http')) {
    await takeAddress(server, installation);
    signs.start();
    io.out(content.texts('servidor.listo', { url: config.publicUrl }));
    whatsapp.tell();
    await whatsapp.start?.(engine);
  }
  setTimeout(() => void botkitPlayer(), WARM_MS).unref();
  logger.info('server.ready', { prueba: installation.ajustes.prueba, almacen: installation.store.kind });
  engine.recoverTurns().catch((cause: unknown) => logger.error('turns.not-recovered', {}, cause));
  const sweeps = { ...parts, installation, avisoPorChat: whatsapp.avisos, also: [whatsapp, enlaces] };
  const scheduler = config.roles.has('jobs') ? await startSweeps(sweeps) : undefined;
  await stopAsked();
  closeDoors(server, webChat.socket);
  await signs.stop();
  await scheduler?.stop();
  unfollow();
  await whatsapp.stop?.();
  engine.stop();
  await engine.idle();
  await installation.close();
}

/** What answers, files and converses. */
async function openParts(installation: Installation) {
  const { connection, config } = installation;
  const office = await openOffice({ ...installation, drafts: await openDrafts(installation) });
  const archivosEnDisco = createArchivosEnDisco(CONTENT_DIR);
  const whatsapp = await openWhatsapp(installation, archivosEnDisco.open);
  const engine = await openEngine(installation, ventanillaOf(office), config.esperaMs, whatsapp.channels);
  const sellos = await openMongoSellos(connection, config.entidad);
  const { interrupciones, ...signs } = await openSigns({ installation, office });
  const webChat = await openWebChat(installation, engine);
  const enlaces = await openDatosPorEnlace(installation, engine);
  await ensureIndexes(connection);
  return { office, whatsapp, engine, sellos, interrupciones, signs, webChat, enlaces, archivosEnDisco };
}

type Parts = Awaited<ReturnType<typeof openParts>>;

const webOf = (installation: Installation, { whatsapp, engine, webChat, enlaces, ...parts }: Parts) =>
  createWeb({
    ...parts,
    installation,
    folders: FOLDERS,
    chatRoutes: webChat.routes,
    datosPorEnlace: enlaces.datosPorEnlace,
    webhooks: whatsapp.webhooks(engine),
    whatsapp: whatsapp.state,
  });

/** Nothing comes in any more. */
function closeDoors(server: Server, socket: { close(): void }): void {
  server.close();
  socket.close();
  server.closeAllConnections();
}

/** Listens, or ends the program with the reason. */
async function takeAddress(server: Server, installation: Installation): Promise<void> {
  const { config, content } = installation;
  const refusal = await listen(server, config.port, config.host);
  if (!refusal) return;
  await installation.close();
  const values = { puerto: String(config.port), direccion: config.host };
  refuse(EXIT.badConfiguration, content.texts(`servidor.direccion.${refusal}`, values));
}

/** When the terminal, the system or the death of the parent says so. */
const stopAsked = () =>
  Promise.race(['SIGINT', 'SIGTERM', 'disconnect'].map((signal) => once(process, signal)));

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AdminWhatsappWeb } from './admin/whatsapp';
import { every } from './base/jobs/every';
import { silentLogger } from './base/kernel/logger';
import type { Config } from './config';
import type { Installation } from './installation';
import { FOLDERS, io } from './program';
import { decisionesVigentes } from './puesta-en-marcha/decision';
import { riesgoAceptado } from './puesta-en-marcha/riesgo-whatsapp-web';
import type { Chat, OpenArchivo, PushChannel } from '../bot/channels/channel';
import { createWhatsappWeb } from '../bot/channels/whatsapp-web/create-whatsapp-web';
import { linkPhone } from '../bot/channels/whatsapp-web/link-phone';
import { RITMO } from '../bot/channels/whatsapp-web/pace';
import { createWebPush } from '../bot/channels/whatsapp-web/push-channel';
import { forkChild } from '../bot/channels/whatsapp-web/session/fork-child';
import { isOwned } from '../bot/channels/whatsapp-web/session/own-folder';
import { qrForTerminal } from '../bot/channels/whatsapp-web/session/qr-file';
import { sessionFolder } from '../bot/channels/whatsapp-web/session/session-folder';
import { treeMemory } from '../bot/channels/whatsapp-web/session/tree-memory';
import type { Envios } from '../bot/envios/envios';
import type { Personas } from '../bot/personas/personas';

const PROGRAM = join(FOLDERS.build, 'whatsapp-web-child.cjs');

/** What both the server and `whatsapp vincular` run a session with. */
function sessionDeps({ config, clock, logger }: Pick<Installation, 'config' | 'clock' | 'logger'>) {
  const folder = folderOf(config);
  const { navegador, pagina } = config.whatsappWeb;
  return {
    folder,
    startChild: forkChild(PROGRAM, folder.sesion),
    ajustes: { navegador, pagina },
    clock,
    logger,
    every,
    memoryOf: treeMemory,
  };
}

const folderOf = ({ dataDir }: Config) => sessionFolder(join(dataDir, 'whatsapp-web'));

/** WhatsApp Web as the server runs it. */
export interface WhatsappWebService {
  readonly channel: PushChannel;
  /** Brings what people write to `chat`, from now on. */
  readonly start: (chat: Pick<Chat, 'accept'>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Undefined unless `WHATSAPP_WEB=1` and somebody accepted the written risk; the second is told in words. */
export async function openWhatsappWeb(
  installation: Installation,
  {
    envios,
    ...given
  }: { readonly envios: Envios; readonly personas: Personas; readonly openArchivo: OpenArchivo },
): Promise<WhatsappWebService | undefined> {
  const { config, decisiones, content, receiveFile, sealing, logger } = installation;
  if (!config.whatsappWeb.activo) return undefined;
  const aceptado = riesgoAceptado(decisionesVigentes(await decisiones.all())) !== undefined;
  if (!aceptado) {
    io.err(content.texts('whatsappWeb.riesgo'));
    io.err(content.texts('whatsappWeb.sinDecision'));
    return undefined;
  }
  const web = createWhatsappWeb({
    ...sessionDeps(installation),
    ...given,
    receiveFile,
    texts: () => content.texts,
    aceptado,
    wait: async (milliseconds) => wait(milliseconds, undefined, { ref: false }),
    random: Math.random,
  });
  web.onAck((marca) => {
    envios.told([marca]).catch((cause: unknown) => logger.error('envios.store-unavailable', {}, cause));
  });
  return {
    channel: createWebPush({ web, envios, sealing }),
    start: async (chat) => void (await web.start(chat)),
    stop: () => web.stop(),
  };
}

/** What `npm run admin -- whatsapp` works with. */
export function whatsappWebForAdmin(installation: Installation): AdminWhatsappWeb {
  const { config, decisiones, content, clock } = installation;
  const folder = folderOf(config);
  return {
    texts: content.texts,
    archivoQr: folder.qr,
    maximo: RITMO.porDia,
    clock,
    riesgo: async () => riesgoAceptado(decisionesVigentes(await decisiones.all())),
    estado: async () => ({ ...(await folder.read()), vivo: await isOwned(folder.dueno) }),
    dibujar: qrForTerminal,
    vincular: (onQr, onRead) =>
      linkPhone({
        // Whoever is here is told in words.
        ...sessionDeps({ ...installation, logger: silentLogger }),
        wait: async (milliseconds) => wait(milliseconds),
        onQr,
        onRead,
      }),
  };
}

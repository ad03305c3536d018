import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AdminConsumo } from './admin/consumo';
import { fileSecret } from './base/secretos/file-secret';
import type { Scheduler } from './base/jobs/scheduler';
import type { Router } from 'express';
import type { Installation } from './installation';
import type { AvisoPorChat } from './notificaciones/ports';
import { io } from './program';
import { contratoDecidido } from './puesta-en-marcha/contrato-whatsapp';
import { decisionesVigentes } from './puesta-en-marcha/decision';
import { openWhatsappWeb } from './whatsapp-web';
import type { Secreto, WhatsappConfig } from './whatsapp-config';
import { createAvisosPorChat } from '../bot/avisos/avisos-por-chat';
import type { Chat, OpenArchivo } from '../bot/channels/channel';
import type { CloudSettings } from '../bot/channels/whatsapp-cloud/cloud-settings';
import { createWhatsappCloud } from '../bot/channels/whatsapp-cloud/whatsapp-cloud';
import { WEBHOOK_PATH } from '../bot/channels/whatsapp-cloud/webhook.routes';
import { openMongoConversaciones } from '../bot/engine/mongo-conversaciones';
import type { TurnDeps } from '../bot/engine/turn-deps';
import type { Envios } from '../bot/envios/envios';
import { openMongoEnvios } from '../bot/envios/mongo-envios';
import type { Personas } from '../bot/personas/personas';
import { openMongoPersonas } from '../bot/personas/mongo-personas';
import { rememberPersonas } from '../bot/personas/remembered-personas';

/** What WhatsApp adds to the program: nothing, when it is not configured or may not be used yet. */
export interface Whatsapp {
  readonly channels?: TurnDeps['channels'];
  readonly webhooks: (chat: Pick<Chat, 'accept'>) => readonly Router[];
  /** What it runs besides, from now on. */
  readonly start?: (chat: Pick<Chat, 'accept'>) => Promise<void>;
  readonly stop?: () => Promise<void>;
  /** Notices about cases, by the chat that filed them. */
  readonly avisos?: AvisoPorChat;
  /** For `/salud`; absent when it is not on. */
  readonly state?: () => string;
  /** What it needs now and then. */
  readonly schedule: (scheduler: Scheduler) => void;
  /** Tells whoever starts the program whether it works, and why not. */
  readonly tell: () => void;
}

const ABSENT: Whatsapp = { webhooks: () => [], schedule: () => undefined, tell: () => undefined };

/** WhatsApp as configured, once the town decided what it has to. `openArchivo` reads what the trámites give. */
export async function openWhatsapp(installation: Installation, openArchivo: OpenArchivo): Promise<Whatsapp> {
  const { config, connection, sealing, clock, logger } = installation;
  if (!config.whatsapp && !config.whatsappWeb.activo) return ABSENT;
  const { entidad } = config;
  const stored = {
    envios: await openMongoEnvios({ connection, entidad, sealing, clock, proceso: randomUUID() }),
    personas: rememberPersonas(await openMongoPersonas({ connection, entidad, sealing, logger })),
  };
  const open = config.whatsapp
    ? await openOfficial(installation, config.whatsapp, { ...stored, openArchivo })
    : await openWeb(installation, { ...stored, openArchivo });
  return { ...open, schedule: (scheduler) => scheduleEnvios(scheduler, stored.envios, installation) };
}

interface Stored {
  readonly envios: Envios;
  readonly personas: Personas;
}

type WithFiles = Stored & { readonly openArchivo: OpenArchivo };

/** By the official API. */
async function openOfficial(
  installation: Installation,
  whatsapp: WhatsappConfig,
  { envios, personas, openArchivo }: WithFiles,
): Promise<Whatsapp> {
  const { config, decisiones, content, connection, sealing, clock } = installation;
  const { entidad, publicUrl } = config;
  const decided = contratoDecidido(decisionesVigentes(await decisiones.all()));
  if (!decided) return { ...ABSENT, tell: () => io.err(content.texts('servidor.whatsapp.sinContrato')) };
  const yaHoy = await envios.avisosDesde(new Date(clock.now().getTime() - DAY));
  const parts = { envios, personas, openArchivo, yaHoy };
  const cloud = createWhatsappCloud({ ...cloudDeps(installation, whatsapp), ...parts });
  return {
    ...ABSENT,
    channels: { WHATSAPP: cloud.channel },
    webhooks: (chat) => [cloud.routes(chat)],
    avisos: createAvisosPorChat({
      conversaciones: await openMongoConversaciones({ connection, entidad, sealing }),
      envios,
      send: cloud.sendNotice,
      sealing,
      clock,
    }),
    state: () => cloud.stopped() ?? 'activo',
    tell: () => io.out(content.texts('servidor.whatsapp.listo', { url: `${publicUrl}${WEBHOOK_PATH}` })),
  };
}

/** By WhatsApp Web: only answers are ever sent there, so that no notice goes by it. */
async function openWeb(installation: Installation, stored: WithFiles): Promise<Whatsapp> {
  const web = await openWhatsappWeb(installation, stored);
  if (!web) return ABSENT;
  return {
    ...ABSENT,
    channels: { WHATSAPP: web.channel },
    start: (chat) => web.start(chat),
    stop: () => web.stop(),
  };
}

const cloudDeps = (
  { config, sealing, clock, logger, content, receiveFile }: Installation,
  whatsapp: WhatsappConfig,
) => ({
  settings: settingsOf(whatsapp),
  receiveFile,
  sealing,
  texts: () => content.texts,
  clock,
  logger,
  wait: async (milliseconds: number) => wait(milliseconds),
  publicUrl: config.publicUrl,
  tope: () => content.whatsapp.topeMensual ?? undefined,
  personasPorDia: () => content.whatsapp.personasPorDia,
});

/** What `npm run admin -- consumo` works with. */
export async function consumoForAdmin(installation: Installation): Promise<AdminConsumo> {
  const { connection, config, sealing, clock, content } = installation;
  const { entidad } = config;
  const envios = await openMongoEnvios({ connection, entidad, sealing, clock, proceso: 'consumo' });
  return {
    texts: content.texts,
    clock,
    consumo: (desde, hasta) => envios.consumo('WHATSAPP', desde, hasta),
    tope: () => content.whatsapp.topeMensual ?? undefined,
  };
}

const readerOf = (secreto: Secreto | undefined): (() => string) => {
  if (!secreto) return () => '';
  return 'archivo' in secreto ? fileSecret(secreto.archivo) : () => secreto.valor;
};

const settingsOf = ({
  token,
  verifyToken,
  appSecret,
  porSegundo,
  ...rest
}: WhatsappConfig): CloudSettings => ({
  ...rest,
  perSecond: porSegundo,
  secrets: { token: readerOf(token), verifyToken: readerOf(verifyToken), appSecret: readerOf(appSecret) },
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Without an echo in this long, a message whose sending was cut is uncertain. */
const UNCERTAIN_MS = 10 * MINUTE;
/** As long as the documents of the inbox. */
const KEPT_DAYS = 60;

/** What messages on their way need now and then. */
function scheduleEnvios(scheduler: Scheduler, envios: Envios, { clock, logger }: Installation): void {
  const before = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds);
  scheduler.every('envios-inciertos', { everyMs: MINUTE }, async () => {
    const given = await envios.giveUp(before(UNCERTAIN_MS));
    if (given > 0) logger.warn('envios.uncertain', { given });
  });
  scheduler.every(
    'envios-antiguos',
    { everyMs: DAY },
    async () => void (await envios.purge(before(KEPT_DAYS * DAY))),
  );
}

import type { Router } from 'express';
import type { Clock } from '../../../api/base/kernel/clock';
import { failure, type Failure } from '../../../api/base/kernel/failures';
import type { Logger } from '../../../api/base/kernel/logger';
import type { ReceiveFile } from '../../../api/base/kernel/receive-file';
import { err, type Result } from '../../../api/base/kernel/result';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { Texts } from '../../../content/texts';
import type { Envios } from '../../envios/envios';
import type { Personas } from '../../personas/personas';
import type { Chat, OpenArchivo, PushChannel } from '../channel';
import { createFate } from '../reply-envio';
import { createAttend } from './attend';
import { createBudget } from './budget';
import { createCarryBubble } from './carry-bubble';
import { createCarryMessage, STOPPED_MS } from './carry-message';
import type { CloudSettings } from './cloud-settings';
import { createDeliverReply } from './deliver-reply';
import { createFetchMedia } from './fetch-media';
import { createGraph, type Graph } from './graph-client';
import { actionFor, type GraphAction, MISCLASSIFIED, SPAM } from './graph-errors';
import { createIntake } from './intake';
import { payloadOf, templatePayload } from './message-payload';
import { createNewPeople, type NewPeople } from './new-people';
import { createPacing } from './pacing';
import { createSendMessage } from './send-message';
import { createUploadedFiles, type UploadedFiles } from './upload-file';
import { createWebhookRoutes } from './webhook.routes';

export interface WhatsappCloudDeps {
  readonly settings: CloudSettings;
  readonly envios: Envios;
  readonly personas: Personas;
  readonly receiveFile: ReceiveFile;
  readonly openArchivo: OpenArchivo;
  readonly sealing: Sealing;
  readonly texts: () => Texts;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly publicUrl: string;
  /** Monthly cap of messages that are charged for; undefined: none. */
  readonly tope: () => number | undefined;
  /** Different people a day who may be written to first, and how many may have been in the last 24 hours. */
  readonly personasPorDia: () => number;
  readonly yaHoy?: number;
}

/** A free text, or a template by its name and language with its values in order. */
export type Notice =
  | { readonly texto: string }
  | {
      readonly plantilla: { readonly nombre: string; readonly idioma: string };
      readonly valores: readonly string[];
    };

/** What the official API of WhatsApp is to the rest of the program. */
export interface WhatsappCloud {
  readonly channel: PushChannel;
  /** Sends a notice to a person, once by its id. Failures: those of `carry`. */
  readonly sendNotice: (id: string, persona: string, notice: Notice) => Promise<Result<void, Failure>>;
  /** The webhook, once there is a conversation to bring messages to. */
  readonly routes: (chat: Pick<Chat, 'accept'>) => Router;
  /** The code of what somebody must look at, for a while after it was told last. */
  readonly stopped: () => string | undefined;
}

/** The channel over the Cloud API. */
export function createWhatsappCloud(deps: WhatsappCloudDeps): WhatsappCloud {
  const { settings, clock, logger } = deps;
  const graph = createGraph(settings);
  const alarms = createAlarms(logger, clock);
  const rush = { receiving: 0 };
  const people = createNewPeople(clock, deps.personasPorDia, deps.yaHoy);
  const files = createUploadedFiles({ ...deps, graph });
  const pacing = createPacing(clock, settings.perSecond);
  const problem = (code: number): void => {
    if (HOLDS_TEMPLATES.has(code)) people.hold();
    if (actionFor(code) === 'STOP') pacing.holdAll(STOPPED_MS);
    alarms.problem(code);
  };
  const carry = createCarryMessage({
    ...deps,
    pacing,
    send: createSendMessage({ graph, settings, logger, refusedFile: files.refused, problem }),
    alarm: alarms.raise,
  });
  return {
    channel: { ...channelOf(deps, { graph, files, carry }), receiving: () => rush.receiving },
    sendNotice: noticeSender(deps, people, carry),
    routes: (chat) =>
      createWebhookRoutes({
        settings,
        logger,
        intake: createIntake({
          ...deps,
          chat,
          phoneNumberId: settings.phoneNumberId,
          rush,
          problem,
        }),
      }),
    stopped: alarms.current,
  };
}

interface Parts {
  readonly graph: Graph;
  readonly files: UploadedFiles;
  readonly carry: ReturnType<typeof createCarryMessage>;
}

/** What the conversation speaks by. */
function channelOf(deps: WhatsappCloudDeps, { graph, files, carry }: Parts): PushChannel {
  const { settings, clock, envios, sealing, tope } = deps;
  const budget = createBudget(envios, clock, tope);
  const carryBubble = createCarryBubble({ ...deps, carry, budget, files });
  return {
    deliver: createDeliverReply({ ...deps, budget, files, carry: carryBubble }),
    fate: createFate(envios, sealing),
    fetchFile: createFetchMedia({ ...deps, graph }),
    attend: createAttend(graph, settings, clock),
  };
}

/** A template is how somebody is written to first; a free text goes to who has just written. */
const noticeSender =
  (
    { texts }: Pick<WhatsappCloudDeps, 'texts'>,
    people: Pick<NewPeople, 'take'>,
    carry: Parts['carry'],
  ): WhatsappCloud['sendNotice'] =>
  async (id, persona, notice) => {
    const wait = 'plantilla' in notice ? people.take(persona) : 0;
    if (wait > 0) return err(failure('TOO_MANY_REQUESTS', { segundos: Math.ceil(wait / 1_000) }));
    const payload = () => noticePayload(notice, texts());
    return carry({ envio: { id, canal: 'WHATSAPP' }, persona, payload });
  };

const noticePayload = (notice: Notice, texts: Texts) =>
  'texto' in notice
    ? payloadOf({ texto: notice.texto, opciones: [] }, texts)
    : templatePayload(notice.plantilla.nombre, notice.plantilla.idioma, notice.valores);

/** Somebody must look: nothing leaves, or it leaves as spam, or with a template or in a way that is refused every time. */
const ALARMING: ReadonlySet<GraphAction> = new Set(['STOP', 'TEMPLATE', 'DEAD']);
const HOLDS_TEMPLATES: ReadonlySet<number> = new Set([SPAM, MISCLASSIFIED]);

/** An alarm is current for a while after it was raised last. */
const ALARM_MS = 5 * 60_000;

function createAlarms(logger: Logger, clock: Clock) {
  let last: { readonly codigo: string; readonly at: number } | undefined;
  const raise = (codigo: string): void => {
    last = { codigo, at: clock.monotonic() };
    logger.error('whatsapp.alarm', { codigo });
  };
  return {
    raise,
    problem: (code: number): void => {
      if (ALARMING.has(actionFor(code))) raise(String(code));
      else logger.warn('whatsapp.problem', { codigo: code });
    },
    current: (): string | undefined =>
      last && clock.monotonic() - last.at < ALARM_MS ? last.codigo : undefined,
  };
}

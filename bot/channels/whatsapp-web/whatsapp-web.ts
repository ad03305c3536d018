import type { Clock } from '../../../api/base/kernel/clock';
import type { Failure } from '../../../api/base/kernel/failures';
import type { Logger } from '../../../api/base/kernel/logger';
import type { ReceiveFile } from '../../../api/base/kernel/receive-file';
import type { Result } from '../../../api/base/kernel/result';
import type { Texts } from '../../../content/texts';
import type { Chat, Interlocutor, OpenArchivo, OutboundMessage } from '../channel';
import type { EstadoDicho } from '../../envios/envio';
import type { Salida } from '../../envios/envios';
import type { Personas } from '../../personas/personas';
import type { Begin } from './send-reply';
import type { StartChild } from './session/fork-child';
import type { Session } from './session/session';
import type { SessionFolder } from './session/session-folder';
import type { AjustesHijo } from './wire/to-child';

export interface WhatsappWebDeps {
  readonly personas: Personas;
  readonly receiveFile: ReceiveFile;
  /** Reads what the trámites give. */
  readonly openArchivo: OpenArchivo;
  readonly texts: () => Texts;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly folder: SessionFolder;
  readonly startChild: StartChild;
  readonly ajustes: Pick<AjustesHijo, 'navegador' | 'pagina'>;
  /** Whether a named person accepted the written risk (`content/textos/whatsapp-web.yaml`). */
  readonly aceptado: boolean;
  readonly every: (milliseconds: number, task: () => void) => () => void;
  /** Without keeping the process alive. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  readonly memoryOf: (pid: number) => Promise<number | undefined>;
}

/**
 * What WhatsApp's ticks say of a message. They are no proof in law: they come from a page that nobody answers for, and
 * who does not want to be seen reading is not.
 */
export type Marca = EstadoDicho;

export interface WhatsappWeb {
  /** Runs from now on, and brings what people write to `chat`. Failure: DECISION_MISSING, nobody accepted the risk. */
  start(chat: Pick<Chat, 'accept'>): Promise<Result<void, Failure>>;
  /** Answers a person, at the pace of this channel; nothing but answers is ever sent here. */
  send(who: Interlocutor, reply: OutboundMessage, begin?: Begin): Promise<Salida>;
  onAck(listener: (marca: Marca) => void): void;
  session(): Session;
  stop(): Promise<void>;
}

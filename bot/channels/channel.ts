import type { DocumentoDado } from '../../api/base/kernel/datos-por-enlace';
import type { Failure } from '../../api/base/kernel/failures';
import type { Result } from '../../api/base/kernel/result';
import type { Canal } from '../../api/base/kernel/vocabulary';
import type { EstadoEnvio } from '../envios/envio';
import type { AnexoNoRecibido, AnexoRecibido } from '../ventanilla/ventanilla-unica';

/** What WhatsApp tells besides messages and a person must be answered about. */
export const SUCESOS = ['EDITADO', 'BORRADO', 'NO_LEGIBLE'] as const;
export type Suceso = (typeof SUCESOS)[number];

/** A file that the provider of the channel still holds; it is fetched before the turn is played. */
export interface ArchivoPorBajar {
  /** The provider's id of the file. */
  readonly id: string;
  /** As the sender names it; not believed. */
  readonly nombre: string;
  /** Hash that the provider tells, in hexadecimal, to check what is fetched against. */
  readonly sha256?: string;
}

/** One message of a person, already verified and normalised by its channel. */
export interface InboundMessage {
  readonly canal: Canal;
  /** Who writes, in the channel's own terms (web session, phone, terminal run). */
  readonly conversacion: string;
  /** The channel's id of the message; a repeated one is accepted once. */
  readonly externalId: string;
  readonly texto: string;
  /** The option chosen, when the channel has buttons. */
  readonly opcion?: string;
  readonly anexos: readonly AnexoRecibido[];
  /** Files that came with it and could not be received. */
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Files that came with it and are still with the provider. */
  readonly porBajar?: readonly ArchivoPorBajar[];
  /** What happened instead of a message: one was changed or deleted, or it is of a kind that cannot be read. */
  readonly suceso?: Suceso;
  /** The person's own phone, when the channel knows it: country code and number, only digits. */
  readonly telefono?: string;
  /** Number of document that the person gave in a form of ours, never in the chat itself; `enlace` is that form's. */
  readonly documento?: DocumentoDado & { readonly enlace: string };
  /** When the person sent it, by the channel's word. */
  readonly enviadoEn: Date;
}

export interface Option {
  readonly id: string;
  readonly titulo: string;
}

/** A file of ours that goes with a bubble. */
export interface ArchivoAdjunto {
  /** Its name, with its ending. */
  readonly nombre: string;
  /** What it is called where it is a link, with its kind and size. */
  readonly titulo: string;
  /** Where the site serves it. */
  readonly url: string;
  /** Media type. */
  readonly tipo: string;
  readonly bytes: number;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

/** The bytes of a file of ours; undefined when it is no longer there, or another is in its place. */
export type OpenArchivo = (
  archivo: Pick<ArchivoAdjunto, 'nombre' | 'sha256'>,
) => Promise<Uint8Array | undefined>;

/** One bubble: one text, at most ten choices. */
export interface OutboundMessage {
  readonly texto: string;
  readonly opciones: readonly Option[];
  readonly enlaces?: readonly { readonly titulo: string; readonly url: string }[];
  readonly archivo?: ArchivoAdjunto;
  /** What the question is best answered with, where the channel has a way to ask for it. */
  readonly pide?: 'UBICACION';
  /** The number of what was filed, or what is said in an emergency: it is sent even when the month's budget is spent. */
  readonly clase?: 'ACUSE' | 'EMERGENCIA';
}

/** A bubble as the conversation keeps it. `seq` grows by one in a conversation and never repeats. */
export interface Reply extends OutboundMessage {
  readonly seq: number;
  readonly en: Date;
  /** It tells of something anonymous and is erased once read: nothing kept of its sending may say what it told. */
  readonly once?: boolean;
}

/** Who talks with us, in the channel's own terms. */
export type Interlocutor = Pick<InboundMessage, 'canal' | 'conversacion'>;

/** One line of the history of a conversation. */
export type HistoryLine =
  | {
      readonly de: 'ciudadano';
      readonly id: string;
      readonly texto: string;
      /** Names of the files that came with it. */
      readonly archivos: readonly string[];
      readonly en: Date;
    }
  | ({ readonly de: 'asistente' } & Reply);

/** What a channel asks of the conversation. The engine implements it. */
export interface Chat {
  /**
   * Stores a message durably and lets its turn begin; only then may the channel acknowledge it. Failures:
   * IDEMPOTENCY_KEY_REUSED (the same id with another body), STORE_UNAVAILABLE.
   */
  accept(message: InboundMessage): Promise<Result<{ readonly nuevo: boolean }, Failure>>;
  /** Receives a person who has not written yet; a conversation that exists is left as it is. */
  welcome(who: Interlocutor): Promise<void>;
  /** What was said after the reply `seq`, oldest first. */
  repliesAfter(who: Interlocutor, seq: number): Promise<readonly Reply[]>;
  /** Both sides, oldest first, without what must be forgotten. */
  history(who: Interlocutor): Promise<readonly HistoryLine[]>;
  /** The person has everything up to `seq`: what may be read only once is erased. */
  delivered(who: Interlocutor, seq: number): Promise<void>;
  /** Calls `listener` when there may be something new to read; gives how to stop. */
  listen(who: Interlocutor, listener: (event: ChatEvent) => void): () => void;
  /** When nothing that was accepted here for this conversation waits any longer. */
  settled(who: Interlocutor): Promise<void>;
}

/** TURN: an answer is being prepared. REPLIES: there are new replies. */
export type ChatEvent = 'TURN' | 'REPLIES';

/**
 * Sends a reply through a channel that does not come to fetch it. It happens once however often it is asked for: ok when
 * nothing is left to do about it, also when it could not be sent and never will. A failure leaves it, and those after
 * it, to be tried again; `segundos` in its detail says when. AGAIN: what was sent before is said once more, which
 * happens once too.
 */
export type Deliver = (who: Interlocutor, reply: Reply, vez?: 'AGAIN') => Promise<Result<void, Failure>>;

/** A channel whose provider holds the line: it is told when to speak, and files are fetched from it. */
export interface PushChannel {
  readonly deliver: Deliver;
  /** What became of a reply that was sent, as far as the provider said. */
  readonly fate?: (who: Interlocutor, reply: Reply) => Promise<EstadoEnvio | undefined>;
  /** Fetches a file that the provider holds and stores it; twice gives the same. */
  readonly fetchFile?: (archivo: ArchivoPorBajar) => Promise<Result<AnexoRecibido, AnexoNoRecibido>>;
  /** How many messages it is receiving now. */
  readonly receiving?: () => number;
  /** Shows that a message was read and is being answered. It is a courtesy: nothing waits for it. */
  readonly attend?: (message: InboundMessage) => void;
}

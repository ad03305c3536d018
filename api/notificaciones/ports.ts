import type { Failure } from '../base/kernel/failures';
import type { Result } from '../base/kernel/result';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { EstadoNotificacion, Notificacion } from './notificacion';

/**
 * Whether a person may be written to in a chat. ABIERTA: they wrote within the last 24 hours, and a free text may go until
 * `hasta`. CERRADA: only a template. BAJA: they asked not to be written to. SIN_CHAT: there is no such chat.
 */
export type Ventana =
  { readonly estado: 'ABIERTA'; readonly hasta: Date } | { readonly estado: 'CERRADA' | 'BAJA' | 'SIN_CHAT' };

/** The life of a message that the provider of a chat carries. */
export const ESTADOS_DE_ENVIO = [
  'PENDIENTE',
  'ENVIANDO',
  'INCIERTO',
  'ENVIADO',
  'ENTREGADO',
  'LEIDO',
  'FALLIDO',
] as const;

/** Where a message is, by the provider's last word. */
export interface EstadoDeEnvio {
  readonly estado: (typeof ESTADOS_DE_ENVIO)[number];
  /** Since when. */
  readonly en: Date;
  readonly proveedorId?: string;
  /** The provider's code, as `131047`. */
  readonly codigo?: string;
}

/** What is sent to a chat: a free text, or a template by its name and language with what fills its places. */
export type MensajeDeAviso = {
  /** The same one again sends nothing, and gives what it gave. */
  readonly clave: string;
  /** The keyed id of the conversation, as a petition brings it. */
  readonly conversacion: string;
} & (
  | { readonly texto: string }
  | {
      readonly plantilla: { readonly nombre: string; readonly idioma: string };
      readonly valores: readonly string[];
    }
);

/** Port: notices about a case through the chat that filed it. */
export interface AvisoPorChat {
  ventana(conversacion: string, at: Date): Promise<Ventana>;
  /**
   * Takes charge of a message, durably. Failures: DECISION_MISSING (the channel is not on), NOT_FOUND (no such chat),
   * INVALID_INPUT (it can never be sent), and those that may pass: NOT_READY, TOO_MANY_REQUESTS, STORE_UNAVAILABLE.
   */
  enviar(mensaje: MensajeDeAviso): Promise<Result<{ readonly envio: string }, Failure>>;
  /** Undefined for one that it does not know. */
  estado(envio: string): Promise<EstadoDeEnvio | undefined>;
}

/** Port: what the people of the cases are told. */
export interface Notificaciones {
  /** Keeps it, unless there is one of that event already. */
  open(notificacion: Notificacion): Promise<void>;
  /** Puts `next` in place of what has the version before; false when somebody else did. */
  change(next: Notificacion): Promise<boolean>;
  /** Those to be looked at, the longest due first. */
  due(now: Date, limit: number): Promise<readonly Notificacion[]>;
  /** By event. */
  ofCase(caso: string): Promise<readonly Notificacion[]>;
  /** Oldest first. */
  inState(estado: EstadoNotificacion, limit: number): Promise<readonly Notificacion[]>;
}

/** Port: the cases with events that nobody has begun to tell. */
export interface CasosPorAvisar {
  next(limit: number): Promise<readonly Pqrsd[]>;
  /** It has been seen to; false when the case was changed since it was read. */
  begun(pqrsd: Pqrsd): Promise<boolean>;
}

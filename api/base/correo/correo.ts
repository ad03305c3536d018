import type { Failure } from '../kernel/failures';
import type { Result } from '../kernel/result';

export interface AdjuntoCorreo {
  readonly nombre: string;
  /** Media type. */
  readonly tipo: string;
  readonly contenido: Uint8Array;
}

/** A plain-text e-mail to one address. */
export interface MensajeCorreo {
  readonly para: string;
  readonly asunto: string;
  readonly texto: string;
  readonly adjuntos?: readonly AdjuntoCorreo[];
  /**
   * Its Message-ID without angle brackets (`x@y`), stored before sending: a repeat under the same one can be told from
   * a new message.
   */
  readonly idMensaje: string;
}

/**
 * What became of a message that failed. NO_ENVIADO: the server never had it. RECHAZADO: it refuses it for good.
 * INCIERTO: the connection was lost and it may have it.
 */
export type EfectoCorreo = 'NO_ENVIADO' | 'RECHAZADO' | 'INCIERTO';

/** Detail: `smtp`, the server's code, when it answered. */
export interface CorreoFailure extends Failure {
  readonly efecto: EfectoCorreo;
}

/** Port for outgoing e-mail. It never throws because of the network. */
export interface Correo {
  /**
   * Settles when the server took charge of the message.
   * Failures: DECISION_MISSING (no server or sender is configured), INVALID_INPUT (no such address, or refused for good),
   * NOT_READY (may work later; see `efecto`).
   */
  send(mensaje: MensajeCorreo): Promise<Result<{ readonly aceptado: true }, CorreoFailure>>;
}

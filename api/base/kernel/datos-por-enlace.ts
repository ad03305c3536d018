import type { Failure } from './failures';
import type { Result } from './result';
import type { TipoDocumento } from './vocabulary';

/** How long a link serves, in hours. */
export const HORAS_ENLACE = 48;

/** The number of a document, as its owner gives it. */
export interface DocumentoDado {
  readonly tipo: TipoDocumento;
  readonly numero: string;
}

/** A link just made for one draft of one conversation. */
export interface EnlaceDado {
  /** What the draft knows its link by; it opens nothing. */
  readonly id: string;
  /** Path of its page: with the token, which is nowhere else in the clear. */
  readonly ruta: string;
}

/**
 * VIGENTE: its form can be sent. DESCONOCIDO: never given, or deleted by age. GASTADO: its form was sent. CAMBIADO: the
 * person asked for another. TERMINADO: the draft it was for was filed, dropped or made anonymous.
 */
export type EstadoEnlace = 'VIGENTE' | 'DESCONOCIDO' | 'VENCIDO' | 'GASTADO' | 'CAMBIADO' | 'TERMINADO';

/** What a page does with a link. Looking at it never spends it. */
export interface DatosPorEnlace {
  estado(token: string): Promise<EstadoEnlace>;
  /** Hands the document to the conversation, once. Failures: those of the inbox. */
  enviar(
    token: string,
    documento: DocumentoDado,
  ): Promise<Result<'RECIBIDO' | Exclude<EstadoEnlace, 'VIGENTE'>, Failure>>;
}

import type { Comunicacion } from '../comunicaciones/comunicacion';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { MotivoEntrega } from './document-management';

/** A place in the book. */
export type Posicion = Pick<Comunicacion, 'anio' | 'numero'>;

/** The system takes nothing until a moment. */
export interface Pausa {
  readonly motivo: MotivoEntrega;
  readonly intentos: number;
  readonly desde: Date;
  readonly hasta: Date;
}

/**
 * How far the book has been handed over. The book has no gaps and is only added to, so that one position says it: what
 * is up to it was delivered or is apart.
 */
export interface Linea {
  readonly hasta?: Posicion;
  /** When something was last delivered. */
  readonly en?: Date;
  readonly pausa?: Pausa;
}

/** A case whose package was refused: it no longer keeps the rest waiting. */
export interface Apartada extends Posicion {
  readonly caso: string;
  readonly recepcion: string;
  readonly motivo?: MotivoEntrega;
  readonly intentos: number;
  /** When it is tried again; absent once it is a dead letter, which only a person sends again. */
  readonly proximoEn?: Date;
}

/** Port: how the deliveries of one series of one book stand. */
export interface Entregas {
  linea(): Promise<Linea>;
  /** Up to there nothing waits in line any more. It never goes back, and ends a pause. */
  advance(hasta: Posicion, en: Date): Promise<void>;
  pause(pausa: Pausa): Promise<void>;
  /** Something was delivered out of line, or a person says that the system is back. */
  resume(): Promise<void>;
  /** Keeps a case apart, or how it stands there. */
  setAside(apartada: Apartada): Promise<void>;
  /** It was delivered. */
  remove(caso: string): Promise<void>;
  /** Those to be tried again, oldest try first. */
  due(now: Date, limit: number): Promise<readonly Apartada[]>;
  /** All that are apart, in the order of the book. */
  apartadas(limit: number): Promise<readonly Apartada[]>;
}

/** Port: the cases of that series, as they stand in the book. */
export interface CasosDelLibro {
  /** In the order of their numbers, after a position or from the first. */
  after(posicion: Posicion | undefined, limit: number): Promise<readonly Pqrsd[]>;
  byId(caso: string): Promise<Pqrsd | undefined>;
  byRecepcion(recepcion: string): Promise<Pqrsd | undefined>;
  byRadicado(radicado: string): Promise<Pqrsd | undefined>;
  /** How many wait after a position, counting to a limit. */
  countAfter(posicion: Posicion | undefined, limit: number): Promise<number>;
}

import type { Canal } from '../base/kernel/vocabulary';
import type { Evento } from './book-chain';
import type { Clase } from './numero';

/**
 * PRUEBA holds everything filed before the town's go-live: it has numbers of its own, so that a rehearsal never takes
 * one from the official book.
 */
export type Libro = 'PRUEBA' | 'OFICIAL';

/** An official communication in the book of radicados. A PQRSD is one with more fields. */
export interface Comunicacion {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: 1;
  readonly libro: Libro;
  /** The numbering it belongs to: its kind, or `U` when the town keeps one for all kinds. */
  readonly serie: Clase | 'U';
  readonly anio: number;
  readonly clase: Clase;
  readonly numero: number;
  /** Our reception number, always. */
  readonly recepcion: string;
  /** The official number: ours, or another Ventanilla's, which may arrive later. */
  readonly radicado?: string;
  /** Makes one filing happen once. */
  readonly clave: string;
  /** Hash of what was asked under that key, to refuse the key with another body. */
  readonly huella: string;
  readonly canal: Canal;
  /** When the citizen's message arrived; terms count from here. */
  readonly recibidoEn: Date;
  /** When it got its number; never before its predecessor's. */
  readonly radicadoEn: Date;
  /** Hash of the first event of the number before, or of an empty book. No two communications follow the same one. */
  readonly anterior: string;
  readonly eventos: readonly Evento[];
  /** How many events it has had: the guard of every later write. */
  readonly version: number;
  /** Its last change is not yet under a daily seal. */
  readonly porSellar: boolean;
}

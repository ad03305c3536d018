import type { Result } from '../base/kernel/result';
import type { Failure } from '../base/kernel/failures';
import type { Comunicacion } from './comunicacion';

/** The end of a book: what the next number follows. */
export interface BookEnd {
  readonly anio: number;
  readonly numero: number;
  readonly radicadoEn: Date;
  /** Hash of its first event: the next number's first event links to it. */
  readonly hash: string;
}

/** How far an ordered insert went; the document at `inserted` collided when it is short. */
export interface Inserted {
  readonly inserted: number;
}

/** Port to one series of one book (for example, what the town received). */
export interface Book<C extends Comunicacion> {
  /** The highest number, or undefined when the book is empty. */
  end(): Promise<BookEnd | undefined>;
  /** The number a year starts at: 1 unless the town set another before its first filing. */
  firstNumber(anio: number): Promise<number>;
  /** Inserts in order, durably, up to the first collision. Any other trouble rejects. */
  insertInOrder(comunicaciones: readonly C[]): Promise<Inserted>;
  findByClave(clave: string): Promise<C | undefined>;
  /** Changes each time an administrator accepts the clock after a pause. */
  clockAcceptance(): Promise<string>;
}

export interface Filed<C> {
  readonly comunicacion: C;
  /** It had been filed before under the same key. */
  readonly repetida: boolean;
}

export type FilingResult<C> = Result<Filed<C>, Failure>;

import type { LocalDate } from '../../base/kernel/local-date';
import type { Libro } from '../comunicacion';
import type { EnvioSello, EstadoEnvioSello, Sello, SelloPublico } from './sello';

/** Names a seal within the town. */
export type ClaveSello = Pick<Sello, 'libro' | 'n'>;

/** A seal as the feed shows it, with what became of its notice to the witness. */
export interface SelloEnLista extends SelloPublico {
  readonly envio: { readonly estado: EstadoEnvioSello };
}

/** Port to the seals of one town. */
export interface Sellos {
  /** The newest seal of a book. */
  last(libro: Libro): Promise<Sello | undefined>;
  /** Stores it durably; false when its number or its day is taken: another copy was first. */
  insert(sello: Sello): Promise<boolean>;
  /** All its communications have been marked. */
  markApplied(clave: ClaveSello): Promise<void>;
  /** Changes the state of its notice if it still is the one that was read. */
  changeEnvio(clave: ClaveSello, expected: EnvioSello, next: EnvioSello): Promise<boolean>;
  /** What was not sent before this seal is covered by it. */
  coverBefore(clave: ClaveSello, en: Date): Promise<void>;
  /** Newest first, without leaves; only up to number `hasta`, if given. */
  list(libro: Libro, limit: number, hasta?: number): Promise<readonly SelloEnLista[]>;
  /** The first seal that closes `desde` or a later day and covers a communication. */
  firstCovering(libro: Libro, recepcion: string, desde: LocalDate): Promise<Sello | undefined>;
}

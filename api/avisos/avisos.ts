import type { LocalDate } from '../base/kernel/local-date';
import type { Aviso, EstadoAviso } from './aviso';

/** What a list of notices shows of each. */
export type AvisoEnLista = Omit<Aviso, 'texto' | 'publicadoPor' | 'retiradoPor'>;

/** Where a page of a list goes on: after this id. */
export interface Pagina {
  readonly despuesDe?: string;
  readonly limite: number;
}

/** Port: the notices of a town. Rejects when the store does not answer. */
export interface Avisos {
  /** Keeps it durably, unless one with its fingerprint is kept in its book; gives the one that is kept, which was first. */
  keep(aviso: Aviso): Promise<Aviso>;
  byId(id: string): Promise<Aviso | undefined>;
  /** Writes what changes if it is still in the state `de`; false when it is not. */
  advance(id: string, de: EstadoAviso, cambios: Partial<Aviso>): Promise<boolean>;
  /** Posted and within their last day on `hoy`, newest first. */
  vigentes(hoy: LocalDate, pagina: Pagina): Promise<readonly AvisoEnLista[]>;
  /** Removed, newest first. */
  retirados(pagina: Pagina): Promise<readonly AvisoEnLista[]>;
  /** Of either book, up to `limite` of each: of an unfinished step, and posted with their last day before `hoy`. */
  porCompletar(hoy: LocalDate, limite: number): Promise<readonly Aviso[]>;
}

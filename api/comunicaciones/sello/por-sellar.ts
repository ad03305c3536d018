import type { Libro } from '../comunicacion';

/** A communication whose last change is not under a seal yet. */
export interface Pendiente {
  readonly _id: string;
  readonly recepcion: string;
  readonly libro: Libro;
  readonly version: number;
  /** Hash of its last event. */
  readonly ultimoHash: string;
}

/** Port to the communications that wait for the seal. */
export interface PorSellar {
  /** Up to `limit` of those that wait in a book and got their number before `antes`, in the order of their numbers. */
  pending(libro: Libro, limit: number, antes: Date): Promise<readonly Pendiente[]>;
  /** Marks it as sealed if it is still at that version; false when it changed, and then it goes on waiting. */
  markSealed(id: string, version: number): Promise<boolean>;
}

import { type Causa, type Interrupcion, idDe } from './interrupcion';

/** The last sign that some copy of the program received requests. */
export interface Latido {
  readonly en: Date;
  /** Since when signs are kept: about before, nothing can be said. */
  readonly desde: Date;
  /** The program left it when it was told to stop. */
  readonly aOrden: boolean;
}

/** Between signs, in milliseconds. */
export const CADA_MS = 60_000;

/** A longer silence is an interruption, in milliseconds. */
export const SILENCIO_MS = 3 * 60_000;

export interface Ahora {
  readonly en: Date;
  /** Milliseconds of the monotonic clock since this copy left its own last sign; absent at its first. */
  readonly desdeElPropio?: number;
}

/** The interruption that a sign ends, if the silence before it was one. */
export function silencioAntes(last: Latido | undefined, ahora: Ahora): Interrupcion | undefined {
  if (!last || ahora.en.getTime() - last.en.getTime() <= SILENCIO_MS) return undefined;
  const causa = causaDe(last, ahora);
  return { id: idDe(last.en, causa), causa, desde: last.en, hasta: ahora.en, anotaciones: [] };
}

function causaDe({ aOrden }: Latido, { desdeElPropio }: Ahora): Causa {
  if (desdeElPropio === undefined) return aOrden ? 'DETENIDO_A_ORDEN' : 'DETENIDO';
  // This copy left its sign on time: it is the wall clock that moved, or all of it slept.
  return desdeElPropio <= SILENCIO_MS ? 'RELOJ' : 'SIN_ALMACEN';
}

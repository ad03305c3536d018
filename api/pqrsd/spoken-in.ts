import type { EstadoPqrsd } from '../base/kernel/vocabulary';
import { type DatosPqrsd, type MensajeDeCaso, OPEN_STATES } from './pqrsd';

/** The states in which person and office still write to each other in a case. */
export const SPOKEN_STATES: ReadonlySet<EstadoPqrsd> = new Set([...OPEN_STATES, 'RESPONDIDA']);

/** Messages of each side: a case is one document, and whoever writes most cannot silence the other. */
export const MAX_MENSAJES: Readonly<Record<MensajeDeCaso['de'], number>> = { CIUDADANO: 80, ENTIDAD: 20 };

/** Bytes of one message; a longer text becomes a file of it. */
export const MAX_MENSAJE_BYTES = 16 * 1024;

export const isSpokenIn = ({ estado }: Pick<DatosPqrsd, 'estado'>): boolean => SPOKEN_STATES.has(estado);

/** Whether that side has no room left in the case. */
export const isFull = ({ mensajes = [] }: Pick<DatosPqrsd, 'mensajes'>, de: MensajeDeCaso['de']): boolean =>
  mensajes.filter((one) => one.de === de).length >= MAX_MENSAJES[de];

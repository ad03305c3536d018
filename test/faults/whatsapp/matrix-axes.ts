import type { WebhookFault } from '../../whatsapp-sim/faults';
import type { Corte } from './mortal';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How webhooks come, of messages and of states alike. */
export const FALLAS: Readonly<Record<string, WebhookFault>> = {
  repetido: { kind: 'duplicate', times: 3, everyMs: 7 * SECOND },
  desordenado: { kind: 'reorder', windowMs: 5 * SECOND },
  'perdido y reintentado': { kind: 'drop' },
  'en lote': { kind: 'batch', size: 3, withinMs: 5 * SECOND },
  'un día tarde': { kind: 'delay', ms: 25 * HOUR },
};

export const RECORRIDOS = ['radicar', 'consultar', 'respuesta'] as const;
export type Recorrido = (typeof RECORRIDOS)[number];

export const CORTES = [
  'antes de guardar',
  'después de guardar',
  'en el turno',
  'después del turno',
  'antes de enviar',
  'después de enviar, antes de anotarlo',
] as const;
type NombreDeCorte = (typeof CORTES)[number];

/** Of a message: the case is filed or looked for, and nothing of the turn is stored; the turn is stored; ENVIANDO is. */
const ofMessage = (use: string, said: string): Readonly<Record<NombreDeCorte, Corte>> => {
  const onceCalled = `ventanilla.${use}`;
  return {
    'antes de guardar': { when: 'BEFORE', at: 'inbox.accept', of: said },
    'después de guardar': { when: 'AFTER', at: 'inbox.accept', of: said },
    'en el turno': { when: 'AFTER', at: onceCalled },
    'después del turno': { when: 'AFTER', at: 'conversaciones.save', onceCalled },
    'antes de enviar': { when: 'AFTER', at: 'envios.begin', onceCalled },
    'después de enviar, antes de anotarlo': { when: 'BEFORE', at: 'envios.settle', onceCalled },
  };
};

/** Of a notice the turn is its sweep: what is to be told is stored, then the try, and only then the call is made. */
const OF_NOTICE: Readonly<Record<NombreDeCorte, Corte>> = {
  'antes de guardar': { when: 'BEFORE', at: 'notificaciones.open' },
  'después de guardar': { when: 'AFTER', at: 'notificaciones.open' },
  'en el turno': { when: 'BEFORE', at: 'notificaciones.change' },
  'después del turno': { when: 'AFTER', at: 'notificaciones.change' },
  'antes de enviar': { when: 'AFTER', at: 'envios.begin' },
  'después de enviar, antes de anotarlo': { when: 'BEFORE', at: 'envios.settle' },
};

/** @param said the last message of the journey. */
export function corteOf(nombre: NombreDeCorte, recorrido: Recorrido, said: string): Corte {
  if (recorrido === 'respuesta') return OF_NOTICE[nombre];
  return ofMessage(recorrido, JSON.stringify({ texto: said }).slice(1, -1))[nombre];
}

export interface Celda {
  readonly falla: string;
  readonly corte: NombreDeCorte;
  readonly recorrido: Recorrido;
}

/** Every cell, in the order of the table. */
export const CELDAS: readonly Celda[] = Object.keys(FALLAS).flatMap((falla) =>
  CORTES.flatMap((corte) => RECORRIDOS.map((recorrido) => ({ falla, corte, recorrido }))),
);

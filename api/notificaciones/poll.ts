import type { Clock } from '../base/kernel/clock';
import type { EstadoNotificacion, Intento, Notificacion } from './notificacion';
import type { AvisoPorChat, EstadoDeEnvio } from './ports';
import { PATIENCE_MS } from './rest-of-plan';
import { FIRST_LOOK_MS } from './try-step';

const MINUTE = 60_000;
/** Without the provider's echo in this time, a notice is said again (ARCHITECTURE 6). */
const ECHO_MS = 10 * MINUTE;
const LONGEST_LOOK_MS = 60 * MINUTE;
/** The provider drops what it could not deliver in 30 days. */
const DROPPED_MS = 30 * 24 * 60 * MINUTE;
/** How often what was given up is asked after, while an official has not posted the notice. */
const LATE_LOOK_MS = 24 * 60 * MINUTE;

/** How a try that succeeded ends its notice. */
const ENDS: Partial<Record<Intento['estado'], EstadoNotificacion>> = {
  LEIDO: 'LEIDA',
  ENTREGADO: 'ENTREGADA',
  ACEPTADO: 'ACEPTADA',
};

export const hasArrived = ({ estado }: Intento): boolean => ENDS[estado] !== undefined;

/** How a notice ends by its tries; undefined while none has succeeded. */
export const endOf = (intentos: readonly Intento[]): EstadoNotificacion | undefined =>
  ENDS[intentos.find(hasArrived)?.estado ?? 'ENVIANDO'];

/** Whether the provider of the chat has the message, and its word is waited for. */
export const isInFlight = ({ estado, envio }: Intento): boolean =>
  envio !== undefined && (estado === 'ENVIANDO' || estado === 'ENVIADO');

/** A try by what its provider says now. One that it does not know may have been lost with it. */
export function intentoAfter(intento: Intento, said: EstadoDeEnvio | undefined, now: Date): Intento {
  const { estado, en, ...ids } = said ?? { estado: 'INCIERTO' as const, en: intento.estadoEn };
  const told = (now_: Intento['estado'], more = {}) => ({
    ...intento,
    ...ids,
    ...more,
    estado: now_,
    estadoEn: en,
  });
  if (estado === 'LEIDO' || estado === 'ENTREGADO' || estado === 'FALLIDO') return told(estado);
  const isLate = now.getTime() - intento.en.getTime() >= PATIENCE_MS;
  if (estado === 'INCIERTO') return now.getTime() - en.getTime() >= ECHO_MS ? told('INCIERTO') : intento;
  if (estado === 'ENVIADO') return told(isLate ? 'SIN_ENTREGA' : 'ENVIADO');
  return isLate ? told('SIN_ENTREGA', { codigo: 'SIN_SALIR' }) : intento;
}

/** Seldom, the longer it has been waited for. */
export function nextPoll({ en }: Intento, now: Date): Date {
  const age = now.getTime() - en.getTime();
  return new Date(now.getTime() + Math.min(Math.max(age / 4, FIRST_LOOK_MS), LONGEST_LOOK_MS));
}

/** Asks again after what was given up; what arrives late is a delivery all the same. */
export async function lookLate(
  { intentos }: Notificacion,
  { chat, clock }: { readonly chat?: Pick<AvisoPorChat, 'estado'>; readonly clock: Clock },
): Promise<{ readonly intentos: readonly Intento[]; readonly proximoEn?: Date }> {
  const now = clock.now();
  const looked = [];
  for (const intento of intentos) {
    const said = isLost(intento, now) ? await chat?.estado(intento.envio ?? '') : undefined;
    const arrived = said?.estado === 'ENTREGADO' || said?.estado === 'LEIDO';
    looked.push(arrived ? intentoAfter(intento, said, now) : intento);
  }
  const waits = looked.some((one) => isLost(one, now));
  return { intentos: looked, ...(waits && { proximoEn: new Date(now.getTime() + LATE_LOOK_MS) }) };
}

const isLost = ({ estado, envio, en }: Intento, now: Date): boolean =>
  envio !== undefined &&
  (estado === 'SIN_ENTREGA' || estado === 'INCIERTO') &&
  now.getTime() - en.getTime() < DROPPED_MS;

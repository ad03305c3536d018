import type { Intento, Medio } from './notificacion';
import type { Paso } from './plan';

const HOUR = 3_600_000;
/** How long a delivery is waited for, and how long what cannot go out is tried. */
export const PATIENCE_MS = 48 * HOUR;
/** Of a message that may have gone, how many times it is said by the same means. */
const MAX_UNCERTAIN = { chat: 2, CORREO: 3 } as const;
/** The person last wrote more than 24 hours ago: only a template may go. */
const WINDOW_CLOSED = '131047';

const isChat = (medio: Medio): boolean => medio !== 'CORREO';

/**
 * The first step of a plan that is still worth a try after those made. A phone that does not take a message does not take
 * another: a template follows a free text only when the window had closed.
 */
export function nextIn(plan: readonly Paso[], intentos: readonly Intento[], ahora: Date): Paso {
  const step = plan.find((paso) => paso.medio === 'AVISO' || !isSpent(paso.medio, intentos, ahora));
  return step ?? { medio: 'AVISO' };
}

function isSpent(medio: Medio, intentos: readonly Intento[], ahora: Date): boolean {
  const same = intentos.filter((one) => isChat(one.medio) === isChat(medio));
  const uncertain = same.filter(({ estado }) => estado === 'INCIERTO').length;
  if (uncertain >= (isChat(medio) ? MAX_UNCERTAIN.chat : MAX_UNCERTAIN.CORREO)) return true;
  return same.some((one) => spends(one, medio, ahora));
}

function spends(intento: Intento, medio: Medio, ahora: Date): boolean {
  switch (intento.estado) {
    case 'FALLIDO':
      return intento.medio === medio || intento.codigo !== WINDOW_CLOSED;
    case 'SIN_ENTREGA':
      return true;
    case 'APLAZADO':
      return ahora.getTime() - intento.en.getTime() >= PATIENCE_MS;
    default:
      return false;
  }
}

/** Whether what goes next may be the second one that arrives. */
export const mayRepeat = (intentos: readonly Intento[]): boolean =>
  intentos.some(({ estado }) => estado === 'INCIERTO' || estado === 'SIN_ENTREGA');

import type { ModoIdentidad } from '../base/kernel/vocabulary';
import type { Ventana } from './ports';
import type { Medio } from './notificacion';

/** What a plan is made from, as it stands at one instant. */
export interface Situacion {
  readonly ahora: Date;
  readonly modo: ModoIdentidad;
  readonly ventana: Ventana;
  /** It answers what the person has just said: it may go at once. */
  readonly directa: boolean;
  /** The first instant when a person who has not just written may be written to. */
  readonly enHorario: Date;
  /** A template for it is approved. */
  readonly plantilla: boolean;
  /** The person left an address and there is a mail server. */
  readonly correo: boolean;
}

/** One thing to try, not before `desde`. A public notice is for an official to order. */
export type Paso = { readonly medio: Medio; readonly desde: Date } | { readonly medio: 'AVISO' };

/** A free text is not planned for the last moments of the window: it would arrive when it has closed. */
const MARGIN_MS = 2 * 60_000;

/**
 * What to try, in order, to tell a person of their case; the last is always the notice that an official posts. Nobody
 * anonymous is looked for. A confidential case leads to no chat. Hours are of what rings in a pocket: an e-mail goes at
 * once, since terms run until midnight, and first when the chat must wait.
 */
export function planOf(situacion: Situacion): readonly Paso[] {
  const { ahora, modo, correo } = situacion;
  if (modo === 'ANONIMO') return [{ medio: 'AVISO' }];
  const chat = modo === 'IDENTIFICADO' ? chatSteps(situacion) : [];
  const mail = correo ? [{ medio: 'CORREO' as const, desde: ahora }] : [];
  const pushed = [...chat, ...mail].toSorted((a, b) => a.desde.getTime() - b.desde.getTime());
  return [...pushed, { medio: 'AVISO' }];
}

function chatSteps({ ahora, ventana, directa, enHorario, plantilla }: Situacion) {
  if (ventana.estado === 'BAJA' || ventana.estado === 'SIN_CHAT') return [];
  const free = directa ? ahora : enHorario;
  const fits = ventana.estado === 'ABIERTA' && free.getTime() + MARGIN_MS < ventana.hasta.getTime();
  return [
    ...(fits ? [{ medio: 'CHAT_LIBRE' as const, desde: free }] : []),
    ...(plantilla ? [{ medio: 'CHAT_PLANTILLA' as const, desde: enHorario }] : []),
  ];
}

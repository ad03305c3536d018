import type { LocalDate } from '../../../api/base/kernel/local-date';

/** How slowly a linked number answers, so as not to look like one that sends in bulk. */
export const RITMO = {
  porChatMs: 3_000,
  porMinuto: 20,
  minutoMs: 60_000,
  porDia: 400,
  tecleandoMs: [800, 2_500],
} as const;

/** What was given a moment to leave. Times in monotonic milliseconds. */
export interface Ritmo {
  readonly chats: ReadonlyMap<string, number>;
  /** The last ones, oldest first: at most those of a minute. */
  readonly ultimos: readonly number[];
  readonly dia: LocalDate;
  readonly hoy: number;
}

export const ritmoOf = (dia: LocalDate, hoy: number): Ritmo => ({ chats: new Map(), ultimos: [], dia, hoy });

export interface Pedido {
  readonly chat: string;
  /** An acknowledgement of what was filed, or an emergency: it goes even when the day's are spent. */
  readonly acuse: boolean;
  readonly ahora: number;
  readonly hoy: LocalDate;
  /** From 0 to 1. */
  readonly azar: number;
}

export interface Turno {
  readonly ritmo: Ritmo;
  /** When it may leave, and for how long before that it is shown as being typed, in milliseconds. */
  readonly en: number;
  readonly tecleandoMs: number;
}

/**
 * The moment at which a reply may leave: three seconds after the last one of its chat, at most twenty in any minute, four
 * hundred a day. Undefined when the day's are spent.
 */
export function pace(antes: Ritmo, { chat, acuse, ahora, hoy, azar }: Pedido): Turno | undefined {
  const dicho = antes.dia === hoy ? antes.hoy : 0;
  if (dicho >= RITMO.porDia && !acuse) return undefined;
  const [menos, mas] = RITMO.tecleandoMs;
  const tecleandoMs = Math.round(menos + azar * (mas - menos));
  const deChat = (antes.chats.get(chat) ?? -Infinity) + RITMO.porChatMs;
  const primero = antes.ultimos.length < RITMO.porMinuto ? undefined : antes.ultimos.at(-RITMO.porMinuto);
  const deMinuto = primero === undefined ? -Infinity : primero + RITMO.minutoMs;
  const en = Math.max(ahora + tecleandoMs, deChat, deMinuto);
  const recent = [...antes.chats].filter(([, last]) => last > ahora - RITMO.porChatMs);
  return {
    ritmo: {
      chats: new Map([...recent, [chat, en]]),
      ultimos: [...antes.ultimos, en].toSorted((a, b) => a - b).slice(-RITMO.porMinuto),
      dia: hoy,
      hoy: dicho + 1,
    },
    en,
    tecleandoMs,
  };
}

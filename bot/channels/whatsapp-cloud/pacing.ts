import type { Clock } from '../../../api/base/kernel/clock';

/** Bursts to one person, and how long each further message must wait: 45, and one every 6 seconds (Meta's pair rate). */
const PAIR_BURST = 45;
const PAIR_MS = 6_000;
/** Of people who are writing now. */
const MOST_REMEMBERED = 50_000;

export interface Pacing {
  /** When a message to this person may be sent, in milliseconds from now; 0: it counts as sent now. */
  take(persona: string): number;
  /** Nothing to this person for a while. */
  holdPersona(persona: string, milliseconds: number): void;
  /** Nothing to anybody for a while. */
  holdAll(milliseconds: number): void;
}

/** Keeps to the limits of the number and of each person before Meta has to say so. */
export function createPacing(clock: Clock, perSecond: number): Pacing {
  let free = Number.NEGATIVE_INFINITY;
  let heldUntil = 0;
  /** For each person, when their bucket is full again. */
  const fullAt = new Map<string, number>();
  const remember = (persona: string, at: number): void => {
    if (fullAt.size >= MOST_REMEMBERED) forgetFull();
    fullAt.set(persona, at);
  };
  const forgetFull = (): void => {
    const now = clock.monotonic();
    for (const [persona, at] of fullAt) if (at <= now) fullAt.delete(persona);
  };
  return {
    take(persona) {
      const now = clock.monotonic();
      if (heldUntil > now) return heldUntil - now;
      const full = Math.max(fullAt.get(persona) ?? 0, now);
      const pairWait = full - now - (PAIR_BURST - 1) * PAIR_MS;
      if (pairWait > 0) return pairWait;
      // A second's worth may go at once.
      // Whole milliseconds: a fraction would be waited for again and again.
      const numberWait = Math.ceil(Math.max(free, now - 1_000) - now);
      if (numberWait > 0) return numberWait;
      free = Math.max(free, now - 1_000) + 1_000 / perSecond;
      remember(persona, full + PAIR_MS);
      return 0;
    },
    holdPersona(persona, milliseconds) {
      remember(persona, clock.monotonic() + milliseconds + (PAIR_BURST - 1) * PAIR_MS);
    },
    holdAll(milliseconds) {
      heldUntil = Math.max(heldUntil, clock.monotonic() + milliseconds);
    },
  };
}

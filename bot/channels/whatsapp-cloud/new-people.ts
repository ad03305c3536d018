import type { Clock } from '../../../api/base/kernel/clock';

/** People who are written to first, with a template: WhatsApp allows so many in 24 hours, and blocks who goes on. */
export interface NewPeople {
  /** Milliseconds until this person may be written to first; 0: now, and they count from now on. */
  readonly take: (persona: string) => number;
  /** WhatsApp took what was sent for spam: nobody is written to first for a day. */
  readonly hold: () => void;
}

const DAY_MS = 24 * 3_600_000;

/**
 * @param perDay how many different people in 24 hours; Meta begins with 250 a portfolio.
 * @param before how many may have been written to in the 24 hours before this process began.
 */
export function createNewPeople(
  clock: Pick<Clock, 'monotonic'>,
  perDay: () => number,
  before = 0,
): NewPeople {
  const began = clock.monotonic();
  const since = new Map<string, number>();
  let heldUntil = 0;
  const forgetOld = (now: number): void => {
    for (const [persona, at] of since) {
      if (now - at < DAY_MS) return;
      since.delete(persona);
    }
  };
  return {
    take(persona) {
      const now = clock.monotonic();
      if (now < heldUntil) return heldUntil - now;
      forgetOld(now);
      if (since.has(persona)) return 0;
      const earlier = now - began < DAY_MS ? before : 0;
      if (since.size + earlier < perDay()) {
        since.set(persona, now);
        return 0;
      }
      const [oldest = now] = since.values();
      return (earlier > 0 ? began : oldest) + DAY_MS - now;
    },
    hold: () => void (heldUntil = clock.monotonic() + DAY_MS),
  };
}

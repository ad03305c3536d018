import type { Clock } from '../../api/base/kernel/clock';

/** A clock that moves only when told. `skew` moves the wall clock alone, as someone setting the time does. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
  skew(milliseconds: number): void;
  set(instant: string): void;
}

export function manualClock(start = '2026-11-24T09:00:00-05:00'): ManualClock {
  let wall = Date.parse(start);
  let elapsed = 0;
  return {
    now: () => new Date(wall),
    monotonic: () => elapsed,
    advance(milliseconds) {
      wall += milliseconds;
      elapsed += milliseconds;
    },
    skew(milliseconds) {
      wall += milliseconds;
    },
    set(instant) {
      const next = Date.parse(instant);
      elapsed += Math.max(0, next - wall);
      wall = next;
    },
  };
}

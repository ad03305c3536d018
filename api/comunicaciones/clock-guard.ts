import type { Clock } from '../base/kernel/clock';

/** How far the clocks may part before numbering stops, in milliseconds. */
export const CLOCK_TOLERANCE_MS = 60_000;

export type ClockVerdict =
  | { readonly trusted: true; readonly radicadoEn: Date }
  | { readonly trusted: false; readonly why: 'CLOCKS_PARTED' | 'BEFORE_LAST_RADICADO'; readonly ms: number };

/** Watches that the wall clock moves as time does: radicados follow each other in time, for ever. */
export interface ClockGuard {
  /**
   * The instant for the next number, never before its predecessor's; or why it cannot be trusted.
   * @param last when the predecessor got its number.
   */
  check(last: Date | undefined): ClockVerdict;
  /** An administrator has looked at the clock and takes it as it is now. */
  accept(): void;
}

export function createClockGuard(clock: Clock): ClockGuard {
  const offset = () => clock.now().getTime() - clock.monotonic();
  let base = offset();
  let acceptedBehind = false;
  return {
    check(last) {
      const now = clock.now();
      const parted = Math.abs(offset() - base);
      if (parted > CLOCK_TOLERANCE_MS) return { trusted: false, why: 'CLOCKS_PARTED', ms: parted };
      const behind = last ? last.getTime() - now.getTime() : 0;
      if (behind > CLOCK_TOLERANCE_MS && !acceptedBehind) {
        return { trusted: false, why: 'BEFORE_LAST_RADICADO', ms: behind };
      }
      return { trusted: true, radicadoEn: last && behind > 0 ? last : now };
    },
    accept() {
      base = offset();
      acceptedBehind = true;
    },
  };
}

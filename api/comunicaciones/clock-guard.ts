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
  /**
   * An administrator has looked at the clock and takes it as it is now, with as much as it is behind the last radicado;
   * going further back stops numbering again.
   */
  accept(last: Date | undefined): void;
}

export function createClockGuard(clock: Clock): ClockGuard {
  const offset = () => clock.now().getTime() - clock.monotonic();
  let base = offset();
  let acceptedBehind = 0;
  const behindOf = (last: Date | undefined) => (last ? last.getTime() - clock.now().getTime() : 0);
  return {
    check(last) {
      const now = clock.now();
      const parted = Math.abs(offset() - base);
      if (parted > CLOCK_TOLERANCE_MS) return { trusted: false, why: 'CLOCKS_PARTED', ms: parted };
      const behind = behindOf(last);
      if (behind > CLOCK_TOLERANCE_MS + acceptedBehind) {
        return { trusted: false, why: 'BEFORE_LAST_RADICADO', ms: behind };
      }
      return { trusted: true, radicadoEn: last && behind > 0 ? last : now };
    },
    accept(last) {
      base = offset();
      acceptedBehind = Math.max(0, behindOf(last));
    },
  };
}

import type { Clock } from '../kernel/clock';
import type { AnexosStore } from './anexos';

/** A file that nothing refers to is kept this long, in milliseconds: 48 hours. */
export const ORPHAN_AGE = 48 * 3_600_000;

export interface SweepDeps {
  readonly anexos: AnexosStore;
  readonly clock: Clock;
  /** Whether a communication, or a draft that may still become one, refers to that content. */
  readonly referenced: (sha256: string) => Promise<boolean>;
}

/** Removes the files that nothing refers to and what unfinished uploads left. Safe to run twice, or in two processes. */
export async function sweepOrphans({ anexos, clock, referenced }: SweepDeps): Promise<number> {
  const before = new Date(clock.now().getTime() - ORPHAN_AGE);
  let removed = await anexos.removeUnfinishedBefore(before);
  for await (const sha256 of anexos.storedBefore(before)) {
    if (await referenced(sha256)) continue;
    if (await anexos.removeStoredBefore(sha256, before)) removed += 1;
  }
  return removed;
}

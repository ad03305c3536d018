import type { Clock } from '../kernel/clock';
import type { AnexosStore } from './anexos';

/** A file that nothing refers to is kept this long, in milliseconds: 48 hours. */
export const ORPHAN_AGE = 48 * 3_600_000;

/** Contents that are looked for at once. */
const BATCH = 500;

/** Which of some contents a place refers to: cases, drafts, messages that wait. */
export type Referred = (sha256s: readonly string[]) => Promise<readonly string[]>;

export interface SweepDeps {
  readonly anexos: AnexosStore;
  readonly clock: Clock;
  /**
   * Every place that may refer to a content, in the order in which a reference travels: from the message that arrived to the
   * draft, to what waits for its number, to the case. Asked in another order, a reference on its way would be missed.
   */
  readonly places: readonly Referred[];
}

/** Removes the files that nothing refers to and what unfinished uploads left. Safe to run twice, or in two processes. */
export async function sweepOrphans({ anexos, clock, places }: SweepDeps): Promise<number> {
  const before = new Date(clock.now().getTime() - ORPHAN_AGE);
  let removed = await anexos.removeUnfinishedBefore(before);
  for await (const batch of inBatches(anexos.storedBefore(before))) {
    for (const sha256 of await unreferred(batch, places)) {
      if (await anexos.removeStoredBefore(sha256, before)) removed += 1;
    }
  }
  return removed;
}

/** Those of some contents that no place refers to. The places are asked one after the other, in their order. */
export async function unreferred(
  sha256s: readonly string[],
  places: readonly Referred[],
): Promise<readonly string[]> {
  let left = sha256s;
  for (const referred of places) {
    if (left.length === 0) return left;
    const found = new Set(await referred(left));
    left = left.filter((sha256) => !found.has(sha256));
  }
  return left;
}

async function* inBatches(all: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const one of all) {
    if (batch.push(one) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

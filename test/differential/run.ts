import * as fc from 'fast-check';
import type { Db } from 'mongodb';
import { type Compared, compare, describeDifference } from './compare';
import type { Judged } from './judged';
import { operationLists } from './operation-lists';
import type { Operation } from './operations';
import { type PlayOptions, type Played, play } from './play';

/** One side of the comparison. */
export type Side = (list: readonly Operation[]) => Promise<Played[]>;

/** Plays on a database; `now`: epoch milliseconds, so that instants of the play are told from others. */
export const onDatabase =
  (db: Db, now: () => number, prepared: Pick<PlayOptions, 'prepare'> = {}): Side =>
  (list) =>
    play(db, list, { began: now(), ...prepared });

export interface RunOptions {
  readonly seed: number;
  readonly lists: number;
  readonly rules?: readonly Judged[];
  readonly leaveOut?: RegExp;
}

export interface Total {
  lists: number;
  operations: number;
  refused: number;
  readonly judged: Record<string, number>;
}

/** Plays lists on both sides; rejects with the smallest list that differs and how. */
export async function run(sides: readonly [Side, Side], options: RunOptions): Promise<Total> {
  const { seed, lists, rules = [], leaveOut } = options;
  const total: Total = { lists: 0, operations: 0, refused: 0, judged: {} };
  const property = fc.asyncProperty(operationLists(leaveOut), async (list) => {
    const [ours, theirs] = await Promise.all(sides.map((side) => side(list)));
    const compared = compare(list, [ours ?? [], theirs ?? []], rules);
    if (compared.difference) throw new Error(describeDifference(list, compared.difference));
    count(total, compared);
  });
  const details = await fc.check(property, { seed, numRuns: lists });
  if (!details.failed) return total;
  const cause = details.errorInstance;
  throw new Error(`seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

function count(total: Total, { operations, refused, judged }: Compared): void {
  total.lists += 1;
  total.operations += operations;
  total.refused += refused;
  for (const { rule } of judged) total.judged[rule] = (total.judged[rule] ?? 0) + 1;
}

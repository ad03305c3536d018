import { EJSON } from 'bson';
import { type Judged, judges } from './judged';
import type { Operation } from './operations';
import type { Played } from './play';

/** The first difference between two plays of one list that no rule judges. */
export interface Difference {
  readonly at: number;
  readonly operation?: Operation;
  readonly ours: Played;
  readonly theirs: Played;
}

/** How a comparison ended: how many operations were compared and which rules were met. */
export interface Compared {
  readonly operations: number;
  readonly judged: readonly Judged[];
  readonly refused: number;
  readonly difference?: Difference;
}

/** This store's code for "MongoDB has it, this store does not": nothing to compare. */
const REFUSED_BY_NAME = /"code":"238"/;

const same = (a: Played, b: Played): boolean => a.reply === b.reply && a.documents === b.documents;

/** True when the two sides no longer hold the same documents, or perhaps not the same indexes. */
const parted = (operation: Operation, ours: Played, theirs: Played): boolean =>
  ours.documents !== theirs.documents || operation.op === 'createIndex';

/**
 * Compares operation by operation. A judged difference of a read is passed over; after one of a write the two sides no
 * longer hold the same, and the list ends there.
 */
export function compare(
  list: readonly Operation[],
  [ours, theirs]: readonly [readonly Played[], readonly Played[]],
  rules: readonly Judged[],
): Compared {
  const judged: Judged[] = [];
  let refused = 0;
  for (const [at, left] of ours.entries()) {
    const right = theirs[at] as Played;
    const operation = list[at];
    const ended = { operations: at, judged, refused };
    if (REFUSED_BY_NAME.test(left.reply) || REFUSED_BY_NAME.test(right.reply)) {
      refused += 1;
      if (left.documents !== right.documents) return { ...ended, refused };
      continue;
    }
    if (same(left, right)) continue;
    const rule = rules.find((one) => judges(one, operation, left, right));
    if (!rule) return { ...ended, refused, difference: { at, operation, ours: left, theirs: right } };
    judged.push(rule);
    if (operation && parted(operation, left, right)) return { ...ended, refused };
  }
  return { operations: list.length, judged, refused };
}

/** A difference as a person reads it, the list ready to become a golden case. */
export function describeDifference(
  list: readonly Operation[],
  { at, operation, ours, theirs }: Difference,
): string {
  const lines = list.slice(0, at + 1).map((one) => `  ${EJSON.stringify(one, { relaxed: false })}`);
  return [
    `differs at ${operation ? `operation ${at} (${operation.op})` : 'the indexes at the end'}:`,
    ...lines,
    `  one reply:   ${ours.reply}`,
    `  the other:   ${theirs.reply}`,
    ...(ours.documents === theirs.documents
      ? []
      : [`  one holds:   ${ours.documents}`, `  the other:   ${theirs.documents}`]),
  ].join('\n');
}

import { refuse } from '../command-error';
import type { CollectionInfo } from '../storage/catalog';
import type { Stored } from '../storage/read-stored';
import type { View } from '../storage/environment';
import type { FilterNode } from './filter-node';
import { type Plan, choosePlan } from './plan';
import { Reader } from './reader';
import { type SortSpec, sortKey } from './sort-key';
import { nextTurn, turn } from './turn';

export interface Search {
  readonly filter: FilterNode;
  readonly sort: SortSpec;
  readonly hint?: unknown;
  /** The first so many in order; 0 or absent: all. */
  readonly limit?: number;
  /** Monotonic milliseconds after which the search is refused. */
  readonly deadline?: number;
}

/**
 * Chooses the plan; where scans are refused, one that would look at every document is, unless the client says by a hint
 * that it knows what it asks for.
 */
function planFor(view: View, collection: CollectionInfo, { filter, sort, hint, limit }: Search): Plan {
  const plan = choosePlan(collection, filter, sort, hint);
  if (!view.refuseScans || hint !== undefined) return plan;
  const narrowed = !plan.scan || plan.index?.partial !== undefined || plan.index?.sparse === true;
  const firstOfAll = filter.kind === 'and' && filter.nodes.length === 0 && Boolean(limit);
  if (!narrowed && !firstOfAll) {
    const { db, name } = collection;
    refuse(
      'NoQueryExecutionPlans',
      `No indexed plans available for a search in ${db}.${name}, and scans are refused`,
    );
  }
  return plan;
}

interface Keyed {
  readonly key: Buffer;
  readonly found: Stored;
}

const byKey = (a: Keyed, b: Keyed): number => Buffer.compare(a.key, b.key);

/** Keeps the first `limit` in order, in at most twice the room. */
class Sorter {
  private kept: Keyed[] = [];

  constructor(
    private readonly sort: SortSpec,
    private readonly limit: number,
  ) {}

  add(found: Stored): void {
    this.kept.push({ key: sortKey(found.document, this.sort), found });
    if (this.limit > 0 && this.kept.length > this.limit * 2 + 1000)
      this.kept = this.kept.toSorted(byKey).slice(0, this.limit);
  }

  result(): Stored[] {
    const sorted = this.kept.toSorted(byKey).map(({ found }) => found);
    return this.limit > 0 ? sorted.slice(0, this.limit) : sorted;
  }
}

/** Finds documents in pieces of a few milliseconds; each call of `next` gives those of one piece. */
export class Finder {
  private readonly reader: Reader;
  private readonly plan: Plan;
  private left: number;

  constructor(
    view: View,
    collection: CollectionInfo,
    private readonly search: Search,
  ) {
    this.plan = planFor(view, collection, search);
    this.reader = new Reader(view, collection, this.plan, search.filter);
    this.left = search.limit || Number.POSITIVE_INFINITY;
  }

  /** At most `most` documents in order; fewer only at the end. */
  async next(most: number): Promise<{ found: Stored[]; ended: boolean }> {
    if (!this.plan.sorted) return { found: await this.sorted(), ended: true };
    const found: Stored[] = [];
    const wanted = Math.min(most, this.left);
    let ended = wanted === 0;
    while (!ended && found.length < wanted) {
      ended = this.reader.read((one) => found.push(one) < wanted, turn(this.search.deadline));
      if (!ended && found.length < wanted) await nextTurn();
    }
    this.left -= found.length;
    return { found, ended: ended || this.left === 0 };
  }

  private async sorted(): Promise<Stored[]> {
    const sorter = new Sorter(this.search.sort, this.search.limit ?? 0);
    const take = (one: Stored): boolean => {
      sorter.add(one);
      return true;
    };
    while (!this.reader.read(take, turn(this.search.deadline))) await nextTurn();
    return sorter.result();
  }
}

/** Hands over every match, in the order of the plan, in turns. */
export async function forEachMatch(
  view: View,
  collection: CollectionInfo,
  search: Search,
  take: (found: Stored) => void,
): Promise<void> {
  const finder = new Finder(view, collection, search);
  for (let ended = false; !ended;) {
    const piece = await finder.next(1000);
    for (const one of piece.found) take(one);
    ended = piece.ended;
  }
}

/** How many documents a search inside a write may look at: writers wait for each other. */
const MOST_EXAMINED = 2000;

/** Finds at once, inside a write, or answers undefined when that would take too long for the writers that wait. */
export function findNow(view: View, collection: CollectionInfo, search: Search): Stored[] | undefined {
  const plan = planFor(view, collection, search);
  const reader = new Reader(view, collection, plan, search.filter);
  const sorter = new Sorter(plan.sorted ? [] : search.sort, search.limit ?? 0);
  let found = 0;
  const take = (one: Stored): boolean => {
    sorter.add(one);
    found += 1;
    return !plan.sorted || !search.limit || found < search.limit;
  };
  let tooMany = false;
  reader.read(take, () => (tooMany = reader.examined > MOST_EXAMINED));
  return tooMany ? undefined : sorter.result();
}

import type { CollectionInfo, IndexInfo } from '../storage/catalog';
import { afterPrefix, keyOf, orderedPart } from '../storage/key-space';
import { inverted } from '../values/key-bytes';
import { type Bound, EVERYTHING, type Range, admitsMissing, intersect, merged, rangesOf } from './bounds';
import { type Candidate, ID_FIELD, hinted, ofIds, ofIndex } from './candidates';
import type { FieldNode, FilterNode } from './filter-node';
import { conjuncts, implies } from './implied';
import { isPlace } from './paths';
import type { SortSpec } from './sort-key';

/** A stretch of keys; `only`: there is none in it but the first, `from` itself. */
export interface PlannedStretch {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly only: boolean;
}

/** How documents are found: stretches of keys, in reading order. Every candidate is checked by the whole filter. */
export interface Plan {
  /** The index read; undefined: the documents themselves, in order of `_id`. */
  readonly index?: IndexInfo;
  readonly stretches: readonly PlannedStretch[];
  readonly reverse: boolean;
  /** The order read is the order asked for. */
  readonly sorted: boolean;
  /** A document may come up more than once. */
  readonly repeats: boolean;
  /** Nothing narrows the search: every document is looked at. */
  readonly scan: boolean;
}

const MOST_STRETCHES = 500;

type Conditions = ReadonlyMap<string, readonly FieldNode[]>;

function conditionsByPath(filter: FilterNode): Conditions {
  const found = new Map<string, FieldNode[]>();
  for (const node of conjuncts(filter)) {
    if (node.kind === 'field') found.set(node.path, [...(found.get(node.path) ?? []), node]);
  }
  return found;
}

const pointsOnly = (ranges: readonly Range[]): boolean => ranges.every(({ point }) => point);

/** What the conditions on one path say about its keys. With several entries a document, only one of them can be used. */
function rangesFor(nodes: readonly FieldNode[] | undefined, multikey: boolean): Range[] | undefined {
  const each = (nodes ?? []).flatMap(({ test }) => {
    const ranges = rangesOf(test);
    return ranges ? [ranges] : [];
  });
  if (each.length === 0) return undefined;
  if (multikey) return each.find(pointsOnly) ?? each[0];
  return merged(each.reduce((a, b) => intersect(a, b)));
}

interface Reading {
  readonly prefixes: readonly (readonly Buffer[])[];
  readonly last: readonly Range[];
  readonly equalities: number;
  readonly ranged: boolean;
}

function turned({ low, high, point }: Range): Range {
  const turn = ({ bytes, after }: Bound): Bound => ({ bytes: inverted(bytes), after: !after });
  return { low: turn(high), high: turn(low), point };
}

function read(candidate: Candidate, conditions: Conditions): Reading {
  let prefixes: Buffer[][] = [[]];
  let equalities = 0;
  for (const { path, direction } of candidate.fields) {
    const found = rangesFor(conditions.get(path), candidate.multikey);
    if (!found) break;
    const ranges = direction < 0 ? found.map(turned).toReversed() : found;
    if (!pointsOnly(ranges) || prefixes.length * ranges.length > MOST_STRETCHES) {
      return { prefixes, last: ranges, equalities, ranged: true };
    }
    prefixes = prefixes.flatMap((prefix) => ranges.map(({ low }) => [...prefix, low.bytes]));
    equalities += 1;
  }
  return { prefixes, last: [EVERYTHING], equalities, ranged: false };
}

function toKey(
  candidate: Candidate,
  prefix: readonly Buffer[],
  { bytes, after }: Bound,
  low: boolean,
): Buffer {
  const whole = Buffer.concat([...prefix, bytes]);
  const ordered = orderedPart(candidate.limit);
  // What is beyond the ordered part of a key that had to be cut cannot be told apart: the bound is widened.
  const [kept, late] = whole.length > ordered ? [whole.subarray(0, ordered), !low] : [whole, after];
  const key = keyOf(candidate.space, kept);
  return late ? afterPrefix(key) : key;
}

/** True when the keys of each stretch come in the order asked for, forwards or backwards. */
function orderGiven(
  candidate: Candidate,
  reading: Reading,
  sort: SortSpec,
): 'forward' | 'backward' | undefined {
  if (candidate.multikey || candidate.cut || reading.prefixes.length > 1 || reading.last.length > 1)
    return undefined;
  const fixed = new Set(candidate.fields.slice(0, reading.equalities).map(({ path }) => path));
  const left = candidate.fields.slice(reading.equalities);
  // Entries of equal fields lie in order of _id.
  if (candidate.index && !candidate.fields.some(({ path }) => path === '_id')) left.push(ID_FIELD);
  const wanted = sort.filter(({ path }) => !fixed.has(path));
  const match = (turn: 1 | -1): boolean =>
    wanted.every(
      ({ path, direction }, at) => left[at]?.path === path && left[at]?.direction === direction * turn,
    );
  if (match(1)) return 'forward';
  return match(-1) ? 'backward' : undefined;
}

function usable({ index, fields, multikey }: Candidate, filter: FilterNode, conditions: Conditions): boolean {
  if (!index) return true;
  if (!index.ready || fields.some(({ parts }) => parts.some(isPlace))) return false;
  if (index.partial && !implies(filter, index.partial.node)) return false;
  if (!index.sparse) return true;
  return fields.some(({ path }) => {
    const nodes = conditions.get(path);
    if (nodes?.some(({ test }) => test.op === '$exists')) return true;
    const ranges = rangesFor(nodes, multikey);
    return ranges !== undefined && !admitsMissing(ranges);
  });
}

/** Whether each stretch is the key of one `_id`: it is then got, which costs far less than opening a cursor. */
const isOneId = ({ index, cut }: Candidate, { equalities }: Reading): boolean =>
  index === undefined && equalities === 1 && !cut;

interface Scored {
  readonly plan: Plan;
  readonly score: number;
}

function planOf(candidate: Candidate, conditions: Conditions, sort: SortSpec): Scored {
  const reading = read(candidate, conditions);
  const order = sort.length > 0 ? orderGiven(candidate, reading, sort) : undefined;
  const { index } = candidate;
  const only = isOneId(candidate, reading);
  const stretches = reading.prefixes.flatMap((prefix) =>
    reading.last.map(({ low, high }) => ({
      from: toKey(candidate, prefix, low, true),
      to: toKey(candidate, prefix, high, false),
      only,
    })),
  );
  const whole = reading.equalities === candidate.fields.length && (!index || index.unique);
  const plan: Plan = {
    index,
    stretches,
    reverse: order === 'backward',
    sorted: sort.length === 0 || order !== undefined,
    repeats: candidate.multikey || candidate.cut,
    scan: reading.equalities === 0 && !reading.ranged,
  };
  const score = reading.equalities * 10 + (reading.ranged ? 5 : 0) + (order ? 3 : 0) + (whole ? 100 : 0);
  return { plan, score: plan.scan && !index ? score - 0.5 : score };
}

/** Chooses how to find what a filter asks for: by the index that narrows most, then by one that gives the order. */
export function choosePlan(
  collection: CollectionInfo,
  filter: FilterNode,
  sort: SortSpec,
  hint?: unknown,
): Plan {
  const conditions = conditionsByPath(filter);
  if (hint !== undefined) return planOf(hinted(collection, hint), conditions, sort).plan;
  const byId = planOf(ofIds(collection), conditions, sort);
  // Nothing narrows more than the `_id` itself.
  if (byId.plan.stretches.every(({ only }) => only)) return byId.plan;
  const others = collection.indexes
    .map(ofIndex)
    .filter((candidate) => usable(candidate, filter, conditions))
    .map((candidate) => planOf(candidate, conditions, sort));
  const scored = [byId, ...others];
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).plan;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BSONRegExp, Int32 } from 'bson';
import * as fc from 'fast-check';
import { findNow } from '../../../../../api/base/store/embedded/query/find-documents';
import { matches } from '../../../../../api/base/store/embedded/query/matcher';
import { parseFilter } from '../../../../../api/base/store/embedded/query/parse-filter';
import { choosePlan } from '../../../../../api/base/store/embedded/query/plan';
import { type SortSpec, parseSort, sortKey } from '../../../../../api/base/store/embedded/query/sort-key';
import type { CollectionInfo } from '../../../../../api/base/store/embedded/storage/catalog';
import { Engine } from '../../../../../api/base/store/embedded/storage/engine';
import { decode, encode } from '../../../../../api/base/store/embedded/values/raw-document';
import type { Doc } from '../../../../../api/base/store/embedded/values/types';
import { anyValue, scalar } from './bson-values';

/*
 * Random filters and sorts, answered by whatever index the planner chooses and by looking at every document: the same
 * documents, in the same order.
 */

const LONG = 'largo '.repeat(300);

const INDEXES: Doc[] = [
  { key: { a: 1 } },
  { key: { a: -1, b: 1 } },
  { key: { b: 1, a: 1, c: -1 } },
  { key: { 'a.b': 1 } },
  { key: { c: 1 }, sparse: true },
  { key: { d: 1 }, partialFilterExpression: { b: { $gte: 0 } } },
  { key: { d: -1, a: 1 }, partialFilterExpression: { c: { $exists: true } } },
  { key: { e: 1 } },
  { key: { f: 1 } },
  { key: { f: -1, d: 1 } },
];

const plain = scalar.filter((value) => !(value instanceof BSONRegExp));
const text = fc.constantFrom(LONG, `${LONG}a`, `${LONG}b`, 'corto');

const numbers = fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n));

const document = fc.record(
  {
    a: anyValue,
    b: fc.oneof(plain, plain, anyValue),
    c: plain,
    d: fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n)),
    e: text,
    f: numbers,
  },
  { requiredKeys: [] },
);

const ordered = fc.constantFrom('$gt', '$gte', '$lt', '$lte');
const condition = fc.oneof(
  fc.tuple(ordered, plain).map(([op, value]) => ({ [op]: value })),
  fc.tuple(plain, plain).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(anyValue, { maxLength: 4 }).map((items) => ({ $in: items })),
  fc.constantFrom<Doc>(
    { $exists: true },
    { $exists: false },
    { $ne: null },
    { $eq: null },
    { $size: 1 },
    { $regex: '^a' },
    { $type: 'number' },
  ),
  fc.tuple(ordered, plain).map(([op, value]) => ({ $not: { [op]: value } })),
  fc.tuple(ordered, plain).map(([op, value]) => ({ $elemMatch: { [op]: value } })),
);
const clause = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'a.b', 'a.0'), fc.oneof(condition, anyValue))
    .map(([path, value]) => ({ [path]: value })),
  fc
    .tuple(
      fc.constantFrom('d', 'b', 'f'),
      fc.oneof(
        numbers,
        fc.tuple(ordered, numbers).map(([op, n]) => ({ [op]: n })),
      ),
    )
    .map(([path, value]) => ({ [path]: value })),
  fc
    .oneof(
      text,
      fc.tuple(ordered, text).map(([op, value]) => ({ [op]: value })),
    )
    .map((value) => ({ e: value })),
);
const filter = fc
  .array(clause, { maxLength: 3 })
  .map((clauses): Doc => (clauses.length === 1 ? (clauses[0] ?? {}) : { $and: [...clauses, {}] }));
const direction = fc.constantFrom(1, -1);
const sort = fc.oneof(
  fc.constant<Doc>({}),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), direction, direction)
    .map(([path, one, two]): Doc => ({ [path]: one, _id: two })),
  fc.tuple(direction, direction).map(([one, two]): Doc => ({ b: one, a: one, c: -one, _id: two })),
);

export interface Tried {
  readonly queries: number;
  /** How many were answered by an index, and how many of these in its order. */
  byIndex: number;
  sortedByIndex: number;
}

interface Filled {
  readonly engine: Engine;
  readonly collection: CollectionInfo;
  readonly documents: Doc[];
  readonly close: () => Promise<void>;
}

async function filled(seed: number, count: number): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-'));
  const engine = new Engine(folder);
  const collection = await engine.env.write(() => {
    const made = engine.collection('test', 'planner');
    for (const [index, spec] of INDEXES.entries())
      engine.catalog.addIndex(made, { name: `i${index}`, ...spec }, true);
    return made;
  });
  const sampled = fc.sample(document, { seed, numRuns: count });
  const documents = sampled.map((fields, index) => decode(encode({ _id: index, ...fields })));
  const kept = await engine.env.write(() => documents.filter((each) => inserted(engine, collection, each)));
  return {
    engine,
    collection,
    documents: kept,
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Arrays in two fields of one index are refused, as in MongoDB: such a document is left out. */
function inserted(engine: Engine, collection: CollectionInfo, each: Doc): boolean {
  try {
    engine.documents.insert(collection, encode(each));
    return true;
  } catch (cause) {
    if ((cause as { codeName?: string }).codeName !== 'CannotIndexParallelArrays') throw cause;
    return false;
  }
}

const idsOf = (found: readonly Doc[]): number[] => found.map(({ _id }) => Number(_id));

/** What looking at every document gives; without a sort, in order of `_id`. */
function bySight(wanted: readonly Doc[], spec: SortSpec, limit: number): number[] {
  if (spec.length === 0) return idsOf(wanted).toSorted((x, y) => x - y);
  const keyed = wanted.map((each) => ({ id: Number(each._id), key: sortKey(each, spec) }));
  const inOrder = keyed.toSorted((x, y) => Buffer.compare(x.key, y.key)).map(({ id }) => id);
  return limit ? inOrder.slice(0, limit) : inOrder;
}

/** Plays so many queries on so many documents; throws, with the smallest query found, at the first difference. */
export async function tryQueries(seed: number, queries: number, count: number): Promise<Tried> {
  const { engine, collection, documents, close } = await filled(seed, count);
  const tried: Tried = { queries, byIndex: 0, sortedByIndex: 0 };
  const same = (given: Doc, order: Doc, limit: number): boolean => {
    const node = parseFilter(decode(encode(given)));
    const spec = parseSort(order);
    const plan = choosePlan(collection, node, spec);
    if (plan.index) tried.byIndex += 1;
    if (plan.index && plan.sorted && spec.length > 0) tried.sortedByIndex += 1;
    const wanted = documents.filter((each) => matches(node, each));
    const found = findNow(engine.env, collection, {
      filter: node,
      sort: spec,
      limit: spec.length > 0 ? limit : 0,
    });
    const ids = idsOf((found ?? []).map((one) => one.document));
    const sorted = spec.length === 0 ? ids.toSorted((x, y) => x - y) : ids;
    return sorted.join() === bySight(wanted, spec, limit).join();
  };
  try {
    fc.assert(fc.property(filter, sort, fc.constantFrom(0, 0, 5), same), { seed, numRuns: queries });
  } finally {
    await close();
  }
  return tried;
}

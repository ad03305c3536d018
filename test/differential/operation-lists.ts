import { EJSON, Int32, type Document } from 'bson';
import * as fc from 'fast-check';
import { type Values, documentValues } from './document-values';
import { pipelineUpdates } from './expressions';
import { filters } from './filters';
import { COLLECTIONS, type Operation, type OperationName } from './operations';
import { pipelines } from './pipelines';
import { findProjections, indexes, sorts } from './shapes';
import { updates } from './updates';

const text = (value: unknown): string => EJSON.stringify({ value }, { relaxed: false });

const fieldsOf = ({ any }: Values): fc.Arbitrary<Document> =>
  fc.record({ a: any, b: any, c: any }, { requiredKeys: [] });

/** Documents in the order of their ids, so that the order of insertion says the same; one in eight repeats an id. */
function documents(values: Values): fc.Arbitrary<(from: number) => Document[]> {
  const one = fc.tuple(fieldsOf(values), fc.integer({ min: 0, max: 7 }));
  return fc
    .array(one, { minLength: 1, maxLength: 5 })
    .map(
      (list) => (from: number) =>
        list.map(([fields, luck], at) => ({ _id: new Int32(luck === 0 ? at : from + at), ...fields })),
    );
}

type Made = (from: number) => Document;

/** By operators, and one in eight by a pipeline. */
const anyUpdates = (values: Values): fc.Arbitrary<Document> =>
  fc.oneof(
    { weight: 7, arbitrary: updates(values) },
    { weight: 1, arbitrary: pipelineUpdates.map((update) => ({ update })) },
  );

/** What each operation is given. A write of one document names it by `_id`: which of several is nobody's promise. */
function argumentsOf(values: Values): [OperationName, number, fc.Arbitrary<Made>][] {
  const id = fc.integer({ min: 0, max: 6 }).map((n) => new Int32(n));
  const filter = filters(values);
  const single = fc.tuple(id, filter).map(([_id, more]) => ({ _id, ...more }));
  const upsert = fc.constantFrom<Document>({}, {}, { upsert: true });
  const fixed = <T extends Document>(args: fc.Arbitrary<T>): fc.Arbitrary<Made> =>
    args.map((given) => () => given);
  const replacement = fieldsOf(values);
  const returned = fc.record(
    {
      sort: sorts,
      projection: findProjections,
      returnDocument: fc.constantFrom('before', 'after'),
      upsert: fc.boolean(),
    },
    { requiredKeys: ['sort'] },
  );
  const changed = fc.tuple(single, anyUpdates(values), upsert);
  const read = fc.record(
    {
      filter,
      sort: sorts,
      projection: findProjections,
      skip: fc.integer({ min: 0, max: 3 }),
      limit: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['filter', 'sort'] },
  );
  return [
    ['insertOne', 2, documents(values).map((make) => (from) => ({ document: make(from)[0] }))],
    [
      'insertMany',
      2,
      fc
        .tuple(documents(values), fc.boolean())
        .map(([make, ordered]) => (from) => ({ documents: make(from), ordered })),
    ],
    ['updateOne', 6, fixed(changed.map(([found, what, more]) => ({ filter: found, ...what, ...more })))],
    [
      'updateMany',
      3,
      fixed(fc.tuple(filter, anyUpdates(values)).map(([found, what]) => ({ filter: found, ...what }))),
    ],
    [
      'replaceOne',
      1,
      fixed(
        fc
          .tuple(single, replacement, upsert)
          .map(([found, by, more]) => ({ filter: found, replacement: by, ...more })),
      ),
    ],
    ['deleteOne', 1, fixed(single.map((found) => ({ filter: found })))],
    ['deleteMany', 1, fixed(filter.map((found) => ({ filter: found })))],
    [
      'findOneAndUpdate',
      3,
      fixed(
        fc
          .tuple(filter, anyUpdates(values), returned)
          .map(([found, what, more]) => ({ filter: found, ...what, ...more })),
      ),
    ],
    [
      'findOneAndReplace',
      1,
      fixed(
        fc
          .tuple(filter, replacement, returned)
          .map(([found, by, more]) => ({ filter: found, replacement: by, ...more })),
      ),
    ],
    ['findOneAndDelete', 1, fixed(fc.tuple(filter, sorts).map(([found, sort]) => ({ filter: found, sort })))],
    ['createIndex', 2, fixed(indexes)],
    ['dropIndex', 1, fixed(fc.constantFrom('a_1', 'b_1', 'a_1_b_1', 'c_-1').map((name) => ({ name })))],
    ['find', 6, fixed(read)],
    ['count', 1, fixed(filter.map((found) => ({ filter: found })))],
    [
      'distinct',
      2,
      fixed(
        fc
          .tuple(fc.constantFrom('a', 'b', 'a.b', 'c'), filter)
          .map(([key, found]) => ({ key, filter: found })),
      ),
    ],
    ['aggregate', 4, fixed(pipelines(values).map((pipeline) => ({ pipeline })))],
  ];
}

/**
 * Lists of operations, the first of which fills a collection. `leaveOut`: what the other side is known to lack, by the
 * canonical EJSON of values and operations.
 */
export function operationLists(leaveOut?: RegExp): fc.Arbitrary<Operation[]> {
  const wanted = (value: unknown): boolean => !leaveOut?.test(text(value));
  const values = documentValues(wanted);
  const on = fc.constantFrom(COLLECTIONS[0], COLLECTIONS[0], COLLECTIONS[0], COLLECTIONS[1]);
  const made = fc.oneof(
    ...argumentsOf(values).map(([op, weight, args]) => ({
      weight,
      arbitrary: fc
        .tuple(on, args)
        .map(([where, make]) => (from: number): Operation => ({ op, on: where, args: make(from) }))
        .filter((make) => wanted(make(0))),
    })),
  );
  const first = documents(values).map((make): Operation => ({
    op: 'insertMany',
    on: 'a',
    args: { documents: make(0) },
  }));
  return fc
    .tuple(first, fc.array(made, { minLength: 1, maxLength: 8 }))
    .map(([fill, list]) => [fill, ...list.map((make, at) => make((at + 1) * 10))]);
}

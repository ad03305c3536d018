import { Int32, type Document } from 'bson';
import * as fc from 'fast-check';
import { path } from './filters';

const direction = fc.constantFrom(1, -1);

/** Sorts that leave no tie: the order of equals is nobody's promise. */
export const sorts: fc.Arbitrary<Document> = fc
  .tuple(fc.uniqueArray(fc.tuple(path, direction), { maxLength: 2, selector: ([name]) => name }), direction)
  .map(([fields, last]) => ({ ...Object.fromEntries(fields), _id: last }));

const named = (value: unknown) =>
  fc.uniqueArray(path, { minLength: 1, maxLength: 2 }).map((names) => names.map((name) => [name, value]));

/** Inclusion, exclusion, with or without `_id`. */
export const projections: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(named(1), fc.boolean()).map(([fields, id]) => ({
    ...(Object.fromEntries(fields) as Document),
    ...(id ? {} : { _id: 0 }),
  })),
  named(0).map((fields) => Object.fromEntries(fields) as Document),
);

/** Projections of `find`, which can also cut arrays. */
export const findProjections: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: projections },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: -2, max: 2 }))
      .map(([name, n]) => ({ [name]: { $slice: new Int32(n) } })),
  },
  { weight: 1, arbitrary: fc.constant({ a: { $elemMatch: { b: { $exists: true } } } }) },
);

const keys = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.b', 'b.c'), direction), {
    minLength: 1,
    maxLength: 2,
    selector: ([name]) => name,
  })
  .map((fields) => Object.fromEntries(fields) as Document);

/** Indexes: single and compound, unique, sparse, partial. */
export const indexes: fc.Arbitrary<{ key: Document; options: Document }> = fc.record({
  key: keys,
  options: fc.oneof(
    fc.constantFrom<Document>({}, { unique: true }, { unique: true, sparse: true }, { sparse: true }),
    fc.constantFrom<Document>(
      { partialFilterExpression: { c: { $exists: true } } },
      { unique: true, partialFilterExpression: { b: { $gt: 1 } } },
    ),
  ),
});

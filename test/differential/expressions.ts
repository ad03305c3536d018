import { Double, Int32, Long, type Document } from 'bson';
import * as fc from 'fast-check';

/** Paths of fields as expressions. */
export const reference = fc.constantFrom('$a', '$b', '$c', '$a.b', '$b.c');

const number = fc.oneof(
  { weight: 2, arbitrary: reference },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      new Int32(2),
      new Int32(-1),
      new Int32(2_147_483_647),
      new Double(0.5),
      new Double(2),
      Long.fromString('3'),
      Long.fromString('9007199254740993'),
    ),
  },
);
const text = fc.oneof(reference, fc.constantFrom('', 'a', 'ab', 'ñ'));
const list = fc.oneof(reference, fc.array(number, { maxLength: 3 }));
const given = (values: readonly unknown[]): unknown[] => values.map((value) => ({ $ifNull: [value, 0] }));

const over =
  (op: string) =>
  (operands: unknown): Document => ({ [op]: operands });

const parts = ['case', 'then'] as const;
/** Not written as an object: one with `then` could be awaited by mistake. */
const branch = (...values: [test: unknown, value: unknown]): Document =>
  Object.fromEntries(parts.map((part, at) => [part, values[at]]));

/** Mostly of the right type, so that they give more than refusals. */
const simple: readonly fc.Arbitrary<unknown>[] = [
  reference,
  reference.map((one) => ({ $ifNull: [one, 'nada'] })),
  ...['$eq', '$lt', '$gte', '$cmp'].map((op) => fc.tuple(reference, reference).map(over(op))),
  ...['$and', '$or'].map((op) => fc.array(reference, { maxLength: 3 }).map(over(op))),
  reference.map((one) => ({ $not: [one] })),
  reference.map((one) => ({ $cond: [one, 1, 0] })),
  reference.map((one) => ({ $type: one })),
  reference.map((one) => ({ $isArray: [one] })),
];

const numeric: readonly fc.Arbitrary<unknown>[] = [
  ...['$add', '$multiply'].map((op) =>
    fc.array(number, { minLength: 1, maxLength: 3 }).map(given).map(over(op)),
  ),
  ...['$subtract', '$divide', '$mod'].map((op) => fc.tuple(number, number).map(given).map(over(op))),
  ...['$abs', '$ceil', '$floor', '$sqrt', '$toString', '$toInt'].map((op) => number.map(over(op))),
];

const textual: readonly fc.Arbitrary<unknown>[] = [
  fc.array(text, { maxLength: 3 }).map(over('$concat')),
  ...['$toLower', '$strLenCP', '$toBool'].map((op) => text.map(over(op))),
  fc.tuple(text, fc.constantFrom('a', 'ñ')).map(over('$split')),
];

const ofLists: readonly fc.Arbitrary<unknown>[] = [
  list.map((one) => ({ $size: { $cond: [{ $isArray: [one] }, one, []] } })),
  fc
    .tuple(
      list,
      fc.integer({ min: -2, max: 3 }).map((n) => new Int32(n)),
    )
    .map(over('$arrayElemAt')),
  fc
    .tuple(
      list,
      fc.integer({ min: -2, max: 3 }).map((n) => new Int32(n)),
    )
    .map(over('$slice')),
  fc.tuple(list, list).map(over('$concatArrays')),
  fc.tuple(reference, fc.array(number, { maxLength: 3 })).map(over('$in')),
  list.map((input) => ({ $filter: { input, as: 'e', cond: { $gt: ['$$e', 1] } } })),
  list.map((input) => ({ $map: { input, as: 'e', in: { $ifNull: ['$$e', 'nada'] } } })),
  list.map((input) => ({ $reduce: { input, initialValue: '', in: { $concat: ['$$value', 'x'] } } })),
];

const ofDocuments: readonly fc.Arbitrary<unknown>[] = [
  reference.map((one) => ({
    $mergeObjects: [{ $cond: [{ $eq: [{ $type: one }, 'object'] }, one, {}] }, { z: 1 }],
  })),
  reference.map((one) => ({ $let: { vars: { x: one }, in: { $ifNull: ['$$x', '$b'] } } })),
  reference.map((one) => ({ $switch: { branches: [branch(one, 'si')], default: '$c' } })),
];

/** Expressions of every kind. */
export const expressions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(...simple) },
  { weight: 2, arbitrary: fc.oneof(...numeric) },
  { weight: 1, arbitrary: fc.oneof(...textual) },
  { weight: 2, arbitrary: fc.oneof(...ofLists) },
  { weight: 1, arbitrary: fc.oneof(...ofDocuments) },
);

const field = fc.constantFrom('n', 'b', 'a.b', 'd');

/** Updates given as a pipeline. */
export const pipelineUpdates: fc.Arbitrary<Document[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(field, expressions).map(([name, one]) => ({ $set: { [name]: one } })) },
    { weight: 1, arbitrary: field.map((name) => ({ $unset: name })) },
    { weight: 1, arbitrary: expressions.map((n) => ({ $project: { a: 1, b: 1, n } })) },
    {
      weight: 1,
      arbitrary: expressions.map((b) => ({ $replaceWith: { $mergeObjects: ['$$ROOT', { b }] } })),
    },
    { weight: 1, arbitrary: reference.map((one) => ({ $replaceWith: one })) },
  ),
  { minLength: 1, maxLength: 3 },
);

import { Int32, type Document } from 'bson';
import * as fc from 'fast-check';
import type { Values } from './document-values';
import { expressions, reference } from './expressions';
import { filters } from './filters';
import { projections, sorts } from './shapes';

const accumulator = fc
  .tuple(fc.constantFrom('$sum', '$min', '$max', '$first', '$last', '$avg', '$push'), reference)
  .map(([op, one]) => ({ [op]: one }));
const groupBy = fc.oneof(reference, fc.constant(null), fc.constant({ x: '$b', y: '$c' }));

/** Stages that leave the order defined: what does not is followed by a sort. */
function stages(values: Values): fc.Arbitrary<readonly Document[]> {
  const positive = fc.integer({ min: 1, max: 4 }).map((n) => new Int32(n));
  return fc.oneof(
    filters(values).map(($match) => [{ $match }]),
    sorts.map(($sort) => [{ $sort }]),
    positive.map(($limit) => [{ $limit }]),
    positive.map(($skip) => [{ $skip }]),
    projections.filter((fields) => Object.keys(fields).length > 0).map(($project) => [{ $project }]),
    expressions.map((n) => [{ $project: { n, a: 1 } }]),
    fc
      .tuple(fc.constantFrom('n', 'b', 'a.b'), expressions)
      .map(([name, n]) => [{ $addFields: { [name]: n } }]),
    fc
      .record(
        { path: reference, preserveNullAndEmptyArrays: fc.boolean(), includeArrayIndex: fc.constant('i') },
        { requiredKeys: ['path'] },
      )
      .map(($unwind) => [{ $unwind }]),
    fc
      .tuple(groupBy, accumulator)
      .map(([_id, n]) => [{ $group: { _id, n, cuantos: { $sum: 1 } } }, { $sort: { _id: 1 } }]),
    fc.constant([{ $count: 'n' }]),
    fc
      .constantFrom('a', 'b', 'c', '_id')
      .map((field) => [{ $lookup: { from: 'b', localField: field, foreignField: 'b', as: 'otros' } }]),
  );
}

/** Pipelines over a defined order, with `$facet` now and then. */
export function pipelines(values: Values): fc.Arbitrary<Document[]> {
  const several = fc.array(stages(values), { maxLength: 3 }).map((lists) => lists.flat());
  const facet = fc.tuple(several, several).map(([x, y]) => [{ $facet: { x, y } }]);
  return fc
    .oneof({ weight: 8, arbitrary: several }, { weight: 1, arbitrary: facet })
    .map((list) => [{ $sort: { _id: 1 } }, ...list]);
}

import { Double, Int32, Long, type Document } from 'bson';
import * as fc from 'fast-check';
import type { Values } from './document-values';

const plain = ['a', 'a', 'b', 'b', 'c', 'd', 'a.b', 'a.0', 'b.c', 'a.1.b', 'd.e', 'a.5'];
const positional = ['a.$', 'a.$.b', 'a.$[]', 'a.$[x]', 'a.$[x].b', 'a.$[].c'];
const path = fc.constantFrom(...plain, ...plain, ...positional);

/** `$rename` takes no positional path: that is refused, and worth a try now and then. */
const mostlyPlain = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom(...plain) },
  fc.constantFrom(...positional),
);

const place = fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n));
const direction = fc.constantFrom<unknown>(1, -1, { b: 1 }, { c: -1, b: 1 });
const number = fc.constantFrom(new Int32(2), new Int32(-1), new Double(0.5), Long.fromString('3'));
const mask = fc.record(
  { and: fc.constant(new Int32(3)), or: fc.constant(Long.fromString('4')), xor: fc.constant(new Int32(1)) },
  { requiredKeys: [] },
);

const some = (value: fc.Arbitrary<unknown>) => fc.array(value, { maxLength: 3 });

/** Each operator with what it is given for a path. */
function operands({ one, any, element }: Values): Record<string, fc.Arbitrary<unknown>> {
  const modifiers = fc.record(
    { $each: some(element), $position: place, $slice: place, $sort: direction },
    { requiredKeys: ['$each'] },
  );
  return {
    $set: any,
    $unset: fc.constant(''),
    $setOnInsert: any,
    $inc: fc.oneof({ weight: 5, arbitrary: number }, one),
    $mul: fc.oneof({ weight: 5, arbitrary: number }, one),
    $min: fc.oneof(one, any),
    $max: fc.oneof(one, any),
    $currentDate: fc.constantFrom<unknown>(true, { $type: 'date' }),
    $bit: mask,
    $push: fc.oneof(element, modifiers),
    $addToSet: fc.oneof(
      element,
      some(element).map(($each) => ({ $each })),
    ),
    $pull: fc.oneof(
      element,
      one.map((operand) => ({ $gte: operand })),
      some(one).map(($in) => ({ $in })),
      one.map((b) => ({ b })),
    ),
    $pullAll: some(element),
    $pop: fc.constantFrom(1, -1),
    $rename: fc.constantFrom('c', 'd', 'e', 'd.e', 'b.c'),
  };
}

const conditionOnX = ({ one }: Values): fc.Arbitrary<Document> =>
  fc.oneof(
    one.map((operand) => ({ x: operand })),
    one.map((operand) => ({ x: { $gte: operand } })),
    one.map((operand) => ({ 'x.b': operand })),
  );

/** True when two paths meet: then the whole update is refused, which is worth one try in ten. */
function conflicting(chosen: readonly (readonly [op: string, fields: Document])[]): boolean {
  const paths = chosen.flatMap(([op, fields]) => [
    ...Object.keys(fields),
    ...(op === '$rename' ? (Object.values(fields) as string[]) : []),
  ]);
  return paths.some((one, at) =>
    paths.some((other, place) => at !== place && `${one}.`.startsWith(`${other}.`)),
  );
}

/** An update by operators, with its array filters when it speaks of `$[x]`. */
export function updates(values: Values): fc.Arbitrary<{ update: Document; arrayFilters?: Document[] }> {
  const byOperator = Object.entries(operands(values)).map(([op, operand]) =>
    fc
      .uniqueArray(fc.tuple(op === '$rename' ? mostlyPlain : path, operand), {
        minLength: 1,
        maxLength: 2,
        selector: ([name]) => name,
      })
      .map((fields) => [op, Object.fromEntries(fields)] as const),
  );
  const operators = fc.uniqueArray(fc.oneof(...byOperator), {
    minLength: 1,
    maxLength: 2,
    selector: ([op]) => op,
  });
  const calm = fc
    .tuple(operators, fc.integer({ min: 0, max: 9 }))
    .filter(([chosen, luck]) => luck === 0 || !conflicting(chosen));
  return fc.tuple(calm, conditionOnX(values)).map(([[chosen], condition]) => {
    const usesX = chosen.some(([, fields]) => Object.keys(fields).some((name) => name.includes('$[x]')));
    return { update: Object.fromEntries(chosen), ...(usesX ? { arrayFilters: [condition] } : {}) };
  });
}

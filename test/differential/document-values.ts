import { Decimal128, Double, Int32, Long } from 'bson';
import * as fc from 'fast-check';
import { anyValue, scalar } from '../api/base/store/embedded/bson-values';

/** Few and equal across types, so that filters find, unique indexes collide and updates meet what they change. */
const common = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }).map((n) => new Int32(n)) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 1.5, 2).map((n) => new Double(n)) },
  { weight: 2, arbitrary: fc.constantFrom('1', '2', '9007199254740993').map((n) => Long.fromString(n)) },
  { weight: 1, arbitrary: fc.constantFrom('1', '2.50').map((n) => Decimal128.fromString(n)) },
  { weight: 4, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', 'ñ') },
  { weight: 1, arbitrary: fc.constant('largo '.repeat(400)) },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(0, 86_400_000).map((ms) => new Date(ms)) },
);

const few = { maxLength: 3 };
const inner = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom('b', 'c'), fc.oneof(value, fc.array(value, few)), { maxKeys: 2 });

/** Values of fields and of conditions; what `wanted` refuses is never made. */
export interface Values {
  readonly one: fc.Arbitrary<unknown>;
  readonly any: fc.Arbitrary<unknown>;
  readonly element: fc.Arbitrary<unknown>;
}

export function documentValues(wanted: (value: unknown) => boolean): Values {
  const one = fc.oneof({ weight: 8, arbitrary: common }, { weight: 1, arbitrary: scalar }).filter(wanted);
  const element = fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 2, arbitrary: inner(one) },
    { weight: 1, arbitrary: fc.array(one, few) },
  );
  const any = fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 3, arbitrary: fc.array(one, few) },
    { weight: 2, arbitrary: fc.array(inner(one), few) },
    { weight: 2, arbitrary: inner(one) },
    { weight: 1, arbitrary: fc.array(element, few) },
    { weight: 1, arbitrary: anyValue },
  );
  return { one, element: element.filter(wanted), any: any.filter(wanted) };
}

import { describe, expect, it } from '@jest/globals';
import { Double, type Int32, Long, Timestamp } from 'bson';
import * as fc from 'fast-check';
import { compareValues } from '../../../../../api/base/store/embedded/values/compare';
import { inverted, keyBytes } from '../../../../../api/base/store/embedded/values/key-bytes';
import { anyValue } from './bson-values';

type Numeric = Double | Int32 | Long;

/** Written without bytes: exact by bigint where both are whole, by double otherwise. */
function compareNumbers(a: Numeric, b: Numeric): number {
  const [x, y] = [a, b].map((value) => (value instanceof Long ? value.toBigInt() : value.value));
  if (x === undefined || y === undefined) throw new Error('two numbers');
  const nan = [x, y].map((value) => Number.isNaN(value as number));
  if (nan[0] || nan[1]) return Number(nan[1]) - Number(nan[0]);
  return x < y ? -1 : x > y ? 1 : 0;
}

const numeric: fc.Arbitrary<Numeric> = anyValue.filter(
  (value): value is Numeric =>
    value instanceof Double || (value instanceof Long && !(value instanceof Timestamp)),
);
const sign = Math.sign;
const options = { numRuns: 2000 };

describe('order-preserving bytes', () => {
  it('order numbers of every width by their exact value', () => {
    fc.assert(
      fc.property(numeric, numeric, (a, b) => {
        expect(sign(Buffer.compare(keyBytes(a), keyBytes(b)))).toBe(compareNumbers(a, b));
      }),
      options,
    );
  });

  it('order int64 beside the doubles around them', () => {
    const near = fc.bigInt(2n ** 53n, 2n ** 63n - 1n).map((big) => Long.fromBigInt(big));
    fc.assert(
      fc.property(near, fc.boolean(), (long, negative) => {
        const value = negative ? long.negate() : long;
        const rounded = new Double(value.toNumber());
        expect(sign(Buffer.compare(keyBytes(value), keyBytes(rounded)))).toBe(compareNumbers(value, rounded));
      }),
      options,
    );
  });

  it('order text as its UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(sign(Buffer.compare(keyBytes(a), keyBytes(b)))).toBe(expected);
      }),
      options,
    );
  });

  it('order every pair as the comparison does', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(sign(Buffer.compare(keyBytes(a), keyBytes(b)))).toBe(sign(compareValues(a, b)));
      }),
      options,
    );
  });

  it('are never the beginning of other bytes, so that keys can follow each other', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [x, y] = [keyBytes(a), keyBytes(b)];
        if (!x.equals(y)) expect(y.subarray(0, x.length).equals(x)).toBe(false);
      }),
      options,
    );
  });

  it('give the opposite order when they are inverted', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [x, y] = [keyBytes(a), keyBytes(b)];
        expect(sign(Buffer.compare(inverted(x), inverted(y)))).toBe(-sign(Buffer.compare(x, y)) + 0);
      }),
      options,
    );
  });
});

import { Decimal128, Double, Int32, Long } from 'bson';
import { decimalParts } from './exact-number';
import { TYPE, asNumber, typeOf } from './types';

const INT32 = { min: -2_147_483_648n, max: 2_147_483_647n };
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

export type Operation = '+' | '*';

/** An integer in the narrowest width that MongoDB keeps: never narrower than given; undefined past 64 bits. */
export function integer(value: bigint, wide: boolean): Int32 | Long | undefined {
  if (!wide && value >= INT32.min && value <= INT32.max) return new Int32(Number(value));
  return value >= INT64.min && value <= INT64.max ? Long.fromBigInt(value) : undefined;
}

/** An int or a long as a bigint. */
export const bigOf = (value: unknown): bigint =>
  typeOf(value) === TYPE.long ? (value as Long).toBigInt() : BigInt(asNumber(value) ?? 0);

function asDecimal(value: unknown): Decimal128 {
  if (typeOf(value) === TYPE.decimal) return value as Decimal128;
  if (typeOf(value) === TYPE.long) return Decimal128.fromString((value as Long).toString());
  const number = asNumber(value) ?? Number.NaN;
  // MongoDB turns a double into a decimal of exactly 15 digits: 1.5 into 1.50000000000000.
  const rounded = typeOf(value) === TYPE.double && number !== 0 && Number.isFinite(number);
  return Decimal128.fromString(rounded ? number.toExponential(14) : String(number));
}

function decimals(a: unknown, b: unknown, operation: Operation): Decimal128 {
  const left = decimalParts(asDecimal(a));
  const right = decimalParts(asDecimal(b));
  if (!left || !right) {
    const [x, y] = [asNumber(a) ?? Number.NaN, asNumber(b) ?? Number.NaN];
    return Decimal128.fromString(String(operation === '+' ? x + y : x * y));
  }
  if (operation === '*') {
    return decimalOf(left.coefficient * right.coefficient, left.exponent + right.exponent);
  }
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (part: typeof left): bigint => part.coefficient * 10n ** BigInt(part.exponent - exponent);
  return decimalOf(scaled(left) + scaled(right), exponent);
}

const decimalOf = (coefficient: bigint, exponent: number): Decimal128 =>
  Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);

/** Sum or product in MongoDB's widths: decimal, else double, else long when int32 would overflow; undefined past 64 bits. */
export function compute(
  a: unknown,
  b: unknown,
  operation: Operation,
): Decimal128 | Double | Int32 | Long | undefined {
  const types = [typeOf(a), typeOf(b)];
  if (types.includes(TYPE.decimal)) return decimals(a, b, operation);
  if (types.includes(TYPE.double)) {
    const [x, y] = [asNumber(a) ?? Number.NaN, asNumber(b) ?? Number.NaN];
    return new Double(operation === '+' ? x + y : x * y);
  }
  const [x, y] = [bigOf(a), bigOf(b)];
  return integer(operation === '+' ? x + y : x * y, types.includes(TYPE.long));
}

/** What `$mul` puts where nothing was: zero of the factor's type. */
export const zeroLike = (factor: unknown): unknown => compute(factor, new Int32(0), '*') ?? new Int32(0);

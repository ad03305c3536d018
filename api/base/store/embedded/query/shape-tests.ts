import type { Decimal128, Long } from 'bson';
import { refuse } from '../command-error';
import { decimalParts } from '../values/exact-number';
import { TYPE, asNumber, isNumber, typeName, typeOf } from '../values/types';
import type { FieldTest } from './filter-node';

/** MongoDB's truth: zero, null and false are not; everything else is. */
export function isTruthy(value: unknown): boolean {
  // A decimal may be too small for a double and still not zero.
  if (typeOf(value) === TYPE.decimal) return decimalParts(value as Decimal128)?.coefficient !== 0n;
  return isNumber(value) ? asNumber(value) !== 0 : value !== false && value !== null && value !== undefined;
}

export const exists: FieldTest = {
  op: '$exists',
  operand: true,
  elementwise: false,
  accepts: (value) => value !== undefined,
};

const NUMBER_TYPES = [TYPE.double, TYPE.int, TYPE.long, TYPE.decimal];
const BY_ALIAS = new Map<string, readonly number[]>([
  ...Object.entries(TYPE).map(([alias, type]): [string, number[]] => [alias, [type]]),
  ['number', NUMBER_TYPES],
]);
const KNOWN_NUMBERS: readonly number[] = Object.values(TYPE);

function typeNumbers(operand: unknown): readonly number[] {
  if (Array.isArray(operand)) return operand.flatMap(typeNumbers);
  if (typeof operand === 'string') {
    return BY_ALIAS.get(operand) ?? refuse('BadValue', `Unknown type name alias: ${operand}`);
  }
  const number = asNumber(operand);
  if (number === undefined) refuse('TypeMismatch', 'type must be represented as a number or a string');
  if (!KNOWN_NUMBERS.includes(number)) refuse('BadValue', `Invalid numerical type code: ${number}`);
  return [number];
}

/** `$type` by number, alias or a list of them. */
export function ofType(operand: unknown): FieldTest {
  const types = typeNumbers(operand);
  const accepts = (value: unknown): boolean => value !== undefined && types.includes(typeOf(value));
  return { op: '$type', operand, elementwise: true, accepts };
}

/** `$size`: exactly so many elements. */
export function ofSize(operand: unknown): FieldTest {
  const size = asNumber(operand);
  if (size === undefined || !Number.isInteger(size)) {
    return refuse('BadValue', `Failed to parse $size. Expected an integer: $size: ${typeName(operand)}`);
  }
  if (size < 0)
    refuse('BadValue', `Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  const accepts = (value: unknown): boolean => Array.isArray(value) && value.length === size;
  return { op: '$size', operand, elementwise: false, accepts };
}

const INT64_END = 2n ** 63n;
const POWERS = 40;

/** A number cut to an integer of any size; undefined of what is not finite, or far too large. */
export function truncated(value: unknown): bigint | undefined {
  const type = typeOf(value);
  if (type === TYPE.long) return (value as Long).toBigInt();
  if (type === TYPE.decimal) {
    const parts = decimalParts(value as Decimal128);
    if (!parts || parts.exponent > POWERS) return undefined;
    const power = 10n ** BigInt(Math.abs(parts.exponent));
    return parts.exponent < 0 ? parts.coefficient / power : parts.coefficient * power;
  }
  const number = asNumber(value);
  return number === undefined || !Number.isFinite(number) ? undefined : BigInt(Math.trunc(number));
}

/** A number cut to a 64-bit integer, exactly; undefined when it is none or does not fit. */
function whole(value: unknown): bigint | undefined {
  const cut = truncated(value);
  return cut !== undefined && cut >= -INT64_END && cut < INT64_END ? cut : undefined;
}

/** `$mod`: numbers cut to integers first. */
export function remainder(operand: unknown): FieldTest {
  if (!Array.isArray(operand)) return refuse('BadValue', 'malformed mod, needs to be an array');
  if (operand.length < 2) refuse('BadValue', 'malformed mod, not enough elements');
  if (operand.length > 2) refuse('BadValue', 'malformed mod, too many elements');
  const [divisor, wanted] = operand.map(whole);
  if (divisor === undefined || wanted === undefined)
    return refuse('BadValue', 'malformed mod, divisor and remainder must be numbers');
  if (divisor === 0n) refuse('BadValue', 'divisor cannot be 0');
  const accepts = (value: unknown): boolean => {
    const number = whole(value);
    return number !== undefined && number % divisor === wanted;
  };
  return { op: '$mod', operand, elementwise: true, accepts };
}

import { Decimal128, type Long } from 'bson';
import { refuse } from '../command-error';
import { TYPE, smallNumber, typeOf } from './types';

const view = new DataView(new ArrayBuffer(8));
const FRACTION_BITS = 52n;

/** A number as the greatest double not above it, and how far it lies towards the next one, in 63 bits. */
export interface ExactNumber {
  readonly floor: number;
  readonly rest: bigint;
}

/** The double next above; of the largest, infinity. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

const nextDown = (value: number): number => -nextUp(-value);

/** The exact value of a finite double: `numerator / denominator`. */
function ratioOf(value: number): [numerator: bigint, denominator: bigint] {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> FRACTION_BITS) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const magnitude = exponent === 0 ? fraction : fraction | (1n << FRACTION_BITS);
  const signed = value < 0 ? -magnitude : magnitude;
  const shift = BigInt(Math.max(exponent, 1) - 1075);
  return shift >= 0n ? [signed << shift, 1n] : [signed, 1n << -shift];
}

/** A finite double as a decimal, exactly where 34 digits are enough. */
export function decimalOfDouble(value: number): Decimal128 {
  let [numerator, denominator] = ratioOf(value);
  while (denominator > 1n && numerator % 2n === 0n)
    [numerator, denominator] = [numerator / 2n, denominator / 2n];
  // A power of two below the line is a power of five above a power of ten.
  const places = denominator.toString(2).length - 1;
  return Decimal128.fromStringWithRounding(`${numerator * 5n ** BigInt(places)}E-${places}`);
}

function between(numerator: bigint, denominator: bigint, near: number): ExactNumber {
  const above = ([n, d]: [bigint, bigint]): boolean => n * denominator > numerator * d;
  const floor = above(ratioOf(near)) ? nextDown(near) : near;
  const [floorN, floorD] = ratioOf(floor);
  const [nextN, nextD] = ratioOf(nextUp(floor));
  const distance = (numerator * floorD - floorN * denominator) * nextD;
  const gap = (nextN * floorD - floorN * nextD) * denominator;
  return { floor, rest: (distance << 63n) / gap };
}

/** Coefficient and power of ten of a finite Decimal128. */
export function decimalParts(value: Decimal128): { coefficient: bigint; exponent: number } | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i.exec(value.toString());
  if (!found) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  const magnitude = BigInt(whole + fraction);
  return { coefficient: sign ? -magnitude : magnitude, exponent: Number(exponent) - fraction.length };
}

function exactDecimal(value: Decimal128): ExactNumber {
  const near = Number(value.toString());
  const parts = decimalParts(value);
  if (!parts) return { floor: near, rest: 0n };
  if (!Number.isFinite(near)) refuse('BadValue', 'decimals beyond the range of a double are not supported');
  const power = 10n ** BigInt(Math.abs(parts.exponent));
  const exact =
    parts.exponent >= 0
      ? between(parts.coefficient * power, 1n, near)
      : between(parts.coefficient, power, near);
  if (near === 0 && parts.coefficient !== 0n && exact.rest === 0n) {
    refuse('BadValue', 'decimals beyond the range of a double are not supported');
  }
  return exact;
}

function exactLong(value: Long): ExactNumber {
  const big = value.toBigInt();
  const near = Number(big);
  return Number.isSafeInteger(near) ? { floor: near, rest: 0n } : between(big, 1n, near);
}

/** What orders numbers of every width by their exact value. */
export function exactNumber(value: unknown): ExactNumber {
  const small = smallNumber(value);
  if (small !== undefined) return { floor: small, rest: 0n };
  return typeOf(value) === TYPE.long ? exactLong(value as Long) : exactDecimal(value as Decimal128);
}

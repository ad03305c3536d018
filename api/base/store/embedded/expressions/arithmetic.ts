import { Double, Int32, Long } from 'bson';
import { type CodeName, notSupported, refuse } from '../command-error';
import { bigOf, compute, integer } from '../values/arithmetic';
import { ExactSum } from '../values/exact-sum';
import { TYPE, asNumber, isNumber, typeName, typeOf } from '../values/types';
import type { Expression, Operator } from './operator';
import { mingo } from './mingo';
import { isNullish, operandsOf, taking, takingKnown } from './operands';

const isDate = (value: unknown): value is Date => value instanceof Date;
const isInteger = (value: unknown): boolean => ([TYPE.int, TYPE.long] as number[]).includes(typeOf(value));
const isWide = (value: unknown): boolean => typeOf(value) === TYPE.long;
const many = Number.POSITIVE_INFINITY;

function checkNumber(name: string, value: unknown, code: CodeName = 'TypeMismatch'): void {
  if (!isNumber(value)) refuse(code, `${name} only supports numeric types, not ${typeName(value)}`);
}

function refuseDecimal(name: string, ...values: unknown[]): void {
  if (values.some((value) => typeOf(value) === TYPE.decimal)) notSupported(`${name} of decimals`);
}

const later = (date: Date, ms: unknown): Date => new Date(date.getTime() + Math.round(asNumber(ms) ?? 0));

function add(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  const dates = values.filter(isDate);
  if (dates.length > 1) refuse('Location16612', 'only one date allowed in an $add expression');
  const sum = new ExactSum();
  for (const value of values) {
    if (isDate(value)) continue;
    checkNumber('$add', value);
    sum.add(value);
  }
  return dates[0] ? later(dates[0], sum.total()) : sum.total();
}

function multiply(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.reduce<unknown>((product, value) => {
    checkNumber('$multiply', value);
    return compute(product, value, '*') ?? new Double((asNumber(product) ?? 0) * (asNumber(value) ?? 0));
  }, new Int32(1));
}

function negated(value: unknown): unknown {
  if (typeOf(value) === TYPE.double) return new Double(-(asNumber(value) ?? 0));
  return isInteger(value) ? integer(-bigOf(value), isWide(value)) : compute(value, new Int32(-1), '*');
}

function subtract(a: unknown, b: unknown): unknown {
  if (isDate(a) && isDate(b)) return Long.fromNumber(a.getTime() - b.getTime());
  if (isDate(a) && isNumber(b)) return later(a, -(asNumber(b) ?? 0));
  if (!isNumber(a) || !isNumber(b))
    return refuse('TypeMismatch', `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  return add([a, negated(b)]);
}

function divide(a: unknown, b: unknown): unknown {
  if (!isNumber(a) || !isNumber(b))
    return refuse(
      'TypeMismatch',
      `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`,
    );
  refuseDecimal('$divide', a, b);
  if (asNumber(b) === 0) refuse('BadValue', "can't $divide by zero");
  return new Double((asNumber(a) ?? 0) / (asNumber(b) ?? 1));
}

function modulo(a: unknown, b: unknown): unknown {
  if (!isNumber(a) || !isNumber(b))
    return refuse('Location16611', `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  refuseDecimal('$mod', a, b);
  if (asNumber(b) === 0) refuse('Location16610', "can't $mod by zero");
  if (isInteger(a) && isInteger(b)) return integer(bigOf(a) % bigOf(b), isWide(a) || isWide(b));
  return new Double((asNumber(a) ?? 0) % (asNumber(b) ?? 1));
}

/** To the nearest, halves to the even one. */
function nearest(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

const rounding = (name: string, round: (value: number) => number): Operator =>
  takingKnown(1, name, (value) => {
    checkNumber(name, value, 'Location28765');
    refuseDecimal(name, value);
    return isInteger(value) ? value : new Double(round(asNumber(value) ?? 0));
  });

const round: Operator = (operand, parse) => {
  if (Array.isArray(operand) && operand.length > 1) return notSupported('a place in $round');
  return rounding('$round', nearest)(operand, parse);
};

function absolute(value: unknown): unknown {
  checkNumber('$abs', value, 'Location28765');
  refuseDecimal('$abs', value);
  if (!isInteger(value)) return new Double(Math.abs(asNumber(value) ?? 0));
  const big = bigOf(value);
  const positive = integer(big < 0n ? -big : big, isWide(value));
  return positive ?? refuse('Location28680', "can't take $abs of long long min");
}

const ofAll =
  (name: string, compute: (values: readonly unknown[]) => unknown): Operator =>
  (operand, parse): Expression => {
    const operands = operandsOf(name, operand, parse, 0, many);
    return (scope) => compute(operands.map((one) => one(scope)));
  };

/** Functions of one number that give a double. */
const real = (name: string, allowed: (value: number) => boolean, code: CodeName): Operator =>
  takingKnown(1, name, (value) => {
    if (!isNumber(value))
      refuse('Location28765', `${name} only supports numeric types, not ${typeName(value)}`);
    if (typeOf(value) === TYPE.decimal) notSupported(`${name} of decimals`);
    const number = asNumber(value) ?? 0;
    if (Number.isNaN(number)) return new Double(number);
    if (!allowed(number)) refuse(code, `${name}'s argument must be in its domain, but is ${number}`);
    return new Double(mingo(name, number) as number);
  });

/** Operators on numbers, in MongoDB's widths. */
export const ARITHMETIC: Readonly<Record<string, Operator>> = {
  $add: ofAll('$add', add),
  $multiply: ofAll('$multiply', multiply),
  $subtract: takingKnown(2, '$subtract', subtract),
  $divide: takingKnown(2, '$divide', divide),
  $mod: takingKnown(2, '$mod', modulo),
  $abs: takingKnown(1, '$abs', absolute),
  $ceil: rounding('$ceil', Math.ceil),
  $floor: rounding('$floor', Math.floor),
  $round: round,
  $sqrt: real('$sqrt', (value) => value >= 0, 'Location28714'),
  $exp: real('$exp', () => true, 'BadValue'),
  $ln: real('$ln', (value) => value > 0, 'Location28766'),
  $log10: real('$log10', (value) => value > 0, 'Location28761'),
  $isNumber: taking(1, '$isNumber', isNumber),
};

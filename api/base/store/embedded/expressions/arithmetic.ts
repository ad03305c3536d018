import { Double, Int32, Long } from 'bson';
import { type CodeName, notSupported, refuse } from '../command-error';
import { type Operation, bigOf, compute, integer } from '../values/arithmetic';
import { RunningNumber } from '../values/running-number';
import { TYPE, asNumber, isNumber, typeName, typeOf } from '../values/types';
import type { Expression, Operator } from './operator';
import { later } from './instants';
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

/** The operands one after another: a null ends it before what comes later is looked at. */
const inTurn =
  (name: string, operation: Operation): Operator =>
  (operand, parse): Expression => {
    const operands = operandsOf(name, operand, parse, 0, many);
    return (scope) => {
      const total = new RunningNumber(operation);
      let date: Date | undefined;
      for (const one of operands) {
        const value = one(scope);
        if (isNullish(value)) return null;
        if (isDate(value) && operation === '+') {
          if (date) refuse('Location16612', 'only one date allowed in an $add expression');
          date = later(value, total.result());
        } else {
          checkNumber(name, value);
          if (date) date = later(date, value);
          else total.take(value);
        }
      }
      return date ?? total.result();
    };
  };

function subtract(a: unknown, b: unknown): unknown {
  if (isDate(a) && isDate(b)) return Long.fromNumber(a.getTime() - b.getTime());
  if (isDate(a) && isNumber(b)) {
    // MongoDB's versions differ: cut or rounded.
    if (!Number.isInteger(asNumber(b))) notSupported('a fraction of a millisecond in $subtract');
    return later(a, b, -1);
  }
  if (!isNumber(a) || !isNumber(b))
    return refuse('TypeMismatch', `can't $subtract ${typeName(b)} from ${typeName(a)}`);
  if ([a, b].some((one) => typeOf(one) === TYPE.decimal))
    return compute(a, compute(b, new Int32(-1), '*'), '+');
  const whole = isInteger(a) && isInteger(b) && integer(bigOf(a) - bigOf(b), isWide(a) || isWide(b));
  return whole || new Double((asNumber(a) ?? 0) - (asNumber(b) ?? 0));
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
  // MongoDB's versions differ: an integer or a double.
  if (isInteger(a) && Number.isInteger(asNumber(b))) notSupported('$mod of an integer by a whole double');
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
  $add: inTurn('$add', '+'),
  $multiply: inTurn('$multiply', '*'),
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

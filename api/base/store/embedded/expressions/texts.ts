import { Int32 } from 'bson';
import { type CodeName, notSupported, refuse } from '../command-error';
import { asNumber, typeName } from '../values/types';
import type { Operator } from './operator';
import { literal, mingo } from './mingo';
import { isNullish, operandsOf, partsOf, takingKnown } from './operands';

/** The text, or MongoDB's refusal. */
export function textOf(name: string, value: unknown, code: CodeName): string {
  return typeof value === 'string'
    ? value
    : refuse(code, `${name} requires a string, found: ${typeName(value)}`);
}

const length = (name: string, code: CodeName): Operator => {
  return (operand, parse) => {
    const [text] = operandsOf(name, operand, parse, 1);
    return (scope) => new Int32(mingo(name, literal(textOf(name, text?.(scope), code))) as number);
  };
};

/** Letters of ASCII alone, as MongoDB does. */
const cased = (name: string, change: (text: string) => string): Operator => {
  return (operand, parse) => {
    const [given] = operandsOf(name, operand, parse, 1);
    return (scope) => {
      const value = given?.(scope);
      if (isNullish(value)) return '';
      if (typeof value !== 'string') return notSupported(`${name} of ${typeName(value)}`);
      return value.replaceAll(/[A-Za-z]+/g, change);
    };
  };
};

function split(value: unknown, separator: unknown): unknown {
  const parts = [textOf('$split', value, 'Location40085'), textOf('$split', separator, 'Location40086')];
  if (separator === '') refuse('Location40087', '$split requires a non-empty separator');
  return mingo('$split', parts.map(literal));
}

const substring: Operator = (operand, parse) => {
  const operands = operandsOf('$substrCP', operand, parse, 3);
  return (scope) => {
    const [value, start, count] = operands.map((one) => one(scope));
    if (isNullish(value)) return '';
    const numbers = [start, count].map((one) => asNumber(one) ?? Number.NaN);
    if (!numbers.every(Number.isInteger))
      refuse('Location34450', '$substrCP: starting index and length must be whole numbers');
    if (numbers.some((one) => one < 0))
      refuse('Location34452', '$substrCP: starting index and length must not be negative');
    return mingo('$substrCP', [literal(textOf('$substrCP', value, 'Location34450')), ...numbers]);
  };
};

/** Operators with named texts, all of which have to be there: null when one is null. */
const named = (
  name: string,
  required: readonly string[],
  optional: readonly string[],
  code: CodeName,
): Operator => {
  return (operand, parse) => {
    const parts = partsOf(name, operand, required, optional);
    const given = Object.entries(parts).map(([part, inner]) => ({ part, compute: parse(inner) }));
    return (scope) => {
      const values = given.map(({ part, compute }): [string, unknown] => [part, compute(scope)]);
      if (values.some(([, value]) => isNullish(value))) return null;
      if (values.some(([part, value]) => part === 'find' && value === ''))
        return notSupported(`an empty text to find in ${name}`);
      return mingo(
        name,
        Object.fromEntries(values.map(([part, value]) => [part, literal(textOf(name, value, code))])),
      );
    };
  };
};

const concat: Operator = (operand, parse) => {
  const operands = operandsOf('$concat', operand, parse, 0, Number.POSITIVE_INFINITY);
  return (scope) => {
    let text = '';
    for (const one of operands) {
      const value = one(scope);
      if (isNullish(value)) return null;
      text += textOf('$concat', value, 'Location16702');
    }
    return text;
  };
};

/** Operators on texts. */
export const TEXTS: Readonly<Record<string, Operator>> = {
  $concat: concat,
  $toUpper: cased('$toUpper', (letters) => letters.toUpperCase()),
  $toLower: cased('$toLower', (letters) => letters.toLowerCase()),
  $strLenCP: length('$strLenCP', 'Location34471'),
  $strLenBytes: length('$strLenBytes', 'Location34473'),
  $substrCP: substring,
  $split: takingKnown(2, '$split', split),
  $replaceOne: named('$replaceOne', ['input', 'find', 'replacement'], [], 'Location51746'),
  $replaceAll: named('$replaceAll', ['input', 'find', 'replacement'], [], 'Location51746'),
  $trim: named('$trim', ['input'], ['chars'], 'Location50699'),
  $ltrim: named('$ltrim', ['input'], ['chars'], 'Location50699'),
  $rtrim: named('$rtrim', ['input'], ['chars'], 'Location50699'),
};

import { Int32 } from 'bson';
import { type CodeName, refuse } from '../command-error';
import { isTruthy } from '../query/shape-tests';
import { asNumber, typeName } from '../values/types';
import { compareComputed } from './comparisons';
import type { Expression, Operator, Scope } from './operator';
import { checkVariableName } from './names';
import { isNullish, operandsOf, partsOf, taking, takingKnown } from './operands';

function arrayOf(name: string, value: unknown, code: CodeName): unknown[] {
  if (Array.isArray(value)) return value;
  return refuse(code, `${name} requires an array, found: ${typeName(value)}`);
}

function wholeOf(name: string, value: unknown, code: CodeName): number {
  const number = asNumber(value);
  if (number === undefined || number !== (number | 0))
    return refuse(code, `${name} needs whole numbers, found: ${typeName(value)}`);
  return number;
}

function elementAt(array: unknown, place: unknown): unknown {
  const items = arrayOf('$arrayElemAt', array, 'Location28689');
  return items.at(wholeOf('$arrayElemAt', place, 'Location28690'));
}

const atEnd = (name: string, place: number): Operator =>
  takingKnown(1, name, (value) => arrayOf(name, value, 'Location28689').at(place));

const concat: Operator = (operand, parse) => {
  const operands = operandsOf('$concatArrays', operand, parse, 0, Number.POSITIVE_INFINITY);
  return (scope) => {
    const items: unknown[] = [];
    for (const one of operands) {
      const value = one(scope);
      if (isNullish(value)) return null;
      for (const item of arrayOf('$concatArrays', value, 'Location28664')) items.push(item);
    }
    return items;
  };
};

const slice: Operator = (operand, parse) => {
  const operands = operandsOf('$slice', operand, parse, 2, 3);
  return (scope) => {
    const values = operands.map((one) => one(scope));
    if (values.some(isNullish)) return null;
    const items = arrayOf('$slice', values[0], 'Location28724');
    const [first = 0, count] = values.slice(1).map((value) => wholeOf('$slice', value, 'Location28725'));
    if (count === undefined) return first < 0 ? items.slice(first) : items.slice(0, first);
    if (count <= 0) refuse('Location28729', 'Third argument to $slice must be positive');
    const from = first < 0 ? Math.max(0, items.length + first) : first;
    return items.slice(from, from + count);
  };
};

/** The scope with one element as a variable. */
const within = ({ root, variables }: Scope, name: string, item: unknown): Scope => ({
  root,
  variables: { ...variables, [name]: item },
});

/** The variable that stands for one element. */
const nameOf = (as: unknown): string => (as === undefined ? 'this' : checkVariableName(as));

function mostOf(limit: unknown): number {
  if (isNullish(limit)) return Number.POSITIVE_INFINITY;
  const most = wholeOf('$filter', limit, 'Location327391');
  return most > 0 ? most : refuse('Location327392', '$filter: limit must be greater than 0');
}

const filter: Operator = (operand, parse) => {
  const parts = partsOf('$filter', operand, ['input', 'cond'], ['as', 'limit']);
  const name = nameOf(parts.as);
  const input = parse(parts.input);
  const holds = parse(parts.cond, [name]);
  const limit: Expression = 'limit' in parts ? parse(parts.limit) : () => null;
  return (scope) => {
    const value = input(scope);
    if (isNullish(value)) return null;
    const items = arrayOf('$filter', value, 'Location28651');
    const most = mostOf(limit(scope));
    const kept: unknown[] = [];
    for (const item of items) {
      if (kept.length === most) break;
      if (isTruthy(holds(within(scope, name, item)))) kept.push(item);
    }
    return kept;
  };
};

const map: Operator = (operand, parse) => {
  const parts = partsOf('$map', operand, ['input', 'in'], ['as']);
  const name = nameOf(parts.as);
  const input = parse(parts.input);
  const compute = parse(parts.in, [name]);
  return (scope) => {
    const value = input(scope);
    if (isNullish(value)) return null;
    return arrayOf('$map', value, 'Location16883').map((item) => compute(within(scope, name, item)) ?? null);
  };
};

const reduce: Operator = (operand, parse) => {
  const parts = partsOf('$reduce', operand, ['input', 'initialValue', 'in'], []);
  const [input, initial] = [parse(parts.input), parse(parts.initialValue)];
  const compute = parse(parts.in, ['this', 'value']);
  return (scope) => {
    const value = input(scope);
    if (isNullish(value)) return null;
    return arrayOf('$reduce', value, 'Location40080').reduce<unknown>(
      (so, item) => compute(within(within(scope, 'this', item), 'value', so)),
      initial(scope),
    );
  };
};

const tested = (name: string, holds: (items: unknown[]) => boolean, code: CodeName): Operator =>
  taking(1, name, (value) => holds(arrayOf(name, value, code)));

/** Operators on arrays. */
export const ARRAYS: Readonly<Record<string, Operator>> = {
  $size: taking(1, '$size', (value) => new Int32(arrayOf('$size', value, 'Location17124').length)),
  $isArray: taking(1, '$isArray', Array.isArray),
  $in: taking(2, '$in', (item, value) =>
    arrayOf('$in', value, 'Location40081').some((other) => compareComputed(other, item) === 0),
  ),
  $arrayElemAt: takingKnown(2, '$arrayElemAt', elementAt),
  $first: atEnd('$first', 0),
  $last: atEnd('$last', -1),
  $reverseArray: takingKnown(1, '$reverseArray', (value) =>
    arrayOf('$reverseArray', value, 'Location34435').toReversed(),
  ),
  $concatArrays: concat,
  $slice: slice,
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $anyElementTrue: tested('$anyElementTrue', (items) => items.some(isTruthy), 'Location17041'),
  $allElementsTrue: tested('$allElementsTrue', (items) => items.every(isTruthy), 'Location17040'),
};

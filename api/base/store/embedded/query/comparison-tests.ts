import type { BSONRegExp } from 'bson';
import { CommandError, refuse } from '../command-error';
import { compareValues, sameValue } from '../values/compare';
import { RANK, TYPE, asNumber, isNumber, isObject, rankOf, typeOf } from '../values/types';
import type { FieldTest } from './filter-node';

const isNaNValue = (value: unknown): boolean => isNumber(value) && Number.isNaN(asNumber(value));
const orNull = (value: unknown): unknown => (value === undefined ? null : value);

/** `$eq`; null also accepts what is missing. */
export const equal = (operand: unknown): FieldTest => ({
  op: '$eq',
  operand,
  elementwise: true,
  accepts: (value) => sameValue(orNull(value), operand),
});

const DIRECTIONS: Readonly<Record<string, { wanted: number; orEqual: boolean }>> = {
  $gt: { wanted: 1, orEqual: false },
  $gte: { wanted: 1, orEqual: true },
  $lt: { wanted: -1, orEqual: false },
  $lte: { wanted: -1, orEqual: true },
};

const isExtreme = (operand: unknown): boolean =>
  [TYPE.minKey, TYPE.maxKey].includes(typeOf(operand) as -1 | 127);

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the operand's own type, but for MinKey and MaxKey; NaN only equals NaN. */
export function ordered(op: string, operand: unknown): FieldTest {
  const { wanted, orEqual } = DIRECTIONS[op] ?? refuse('BadValue', `unknown operator: ${op}`);
  if (typeOf(operand) === TYPE.regex) refuse('BadValue', `Can't have RegEx as arg to predicate over field`);
  const bracketed = !isExtreme(operand);
  const nan = isNaNValue(operand);
  return {
    op,
    operand,
    elementwise: true,
    accepts(found) {
      const value = orNull(found);
      if (bracketed && rankOf(value) !== rankOf(operand)) return false;
      if (bracketed && (nan || isNaNValue(value))) return orEqual && nan && isNaNValue(value);
      const order = compareValues(value, operand);
      return order === 0 ? orEqual : order > 0 === wanted > 0;
    },
  };
}

function inlineFlags(pattern: string): { source: string; flags: string } {
  const found = /^\(\?([ims]+)\)/.exec(pattern);
  return found
    ? { source: pattern.slice(found[0].length), flags: found[1] ?? '' }
    : { source: pattern, flags: '' };
}

function compile(pattern: string, options: string): RegExp {
  if (/[^imsu]/.test(options))
    refuse('NotImplemented', `regex options '${options}' are not supported by the embedded store`);
  const { source, flags } = inlineFlags(pattern);
  const wanted = [...new Set(`${options}${flags}`.replace('u', ''))].join('');
  try {
    return new RegExp(source, `${wanted}u`);
  } catch {
    // PCRE allows needless escapes that JavaScript refuses in Unicode mode.
    try {
      return new RegExp(source, wanted);
    } catch (cause) {
      throw new CommandError('RegexInvalid', `Regular expression is invalid: ${(cause as Error).message}`);
    }
  }
}

/** `$regex` on strings; a stored regular expression equal to it is accepted too. */
export function regex(pattern: BSONRegExp): FieldTest {
  const compiled = compile(pattern.pattern, pattern.options);
  const accepts = (value: unknown): boolean => {
    if (typeof value === 'string') return compiled.test(value);
    const type = typeOf(value);
    if (type === TYPE.symbol) return compiled.test((value as { value: string }).value);
    return type === TYPE.regex && sameValue(value, pattern);
  };
  return { op: '$regex', operand: pattern, elementwise: true, accepts };
}

const isOperatorDocument = (value: unknown): boolean =>
  isObject(value) && (Object.keys(value)[0] ?? '').startsWith('$') && !('$ref' in value) && !('$id' in value);

/** `$in`: equal to one of the values, or matched by one of the regular expressions. */
export function oneOf(operand: unknown, op = '$in'): FieldTest {
  if (!Array.isArray(operand)) return refuse('BadValue', `${op} needs an array`);
  if (operand.some(isOperatorDocument)) refuse('BadValue', `cannot nest $ under ${op}`);
  const tests = operand.map((item: unknown) =>
    typeOf(item) === TYPE.regex ? regex(item as BSONRegExp) : equal(item),
  );
  const strings = new Set(operand.filter((item) => typeof item === 'string'));
  const rest = tests.filter(({ operand: item }) => typeof item !== 'string');
  const accepts = (value: unknown): boolean =>
    (typeof value === 'string' && strings.has(value)) || rest.some((test) => test.accepts(value));
  return { op: '$in', operand, elementwise: true, accepts };
}

/** True for what orders by value within a type that has an order of its own. */
export const isNullish = (value: unknown): boolean => rankOf(value) === RANK.null;

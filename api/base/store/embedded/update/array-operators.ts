import type { BSONRegExp } from 'bson';
import { refuse } from '../command-error';
import { regex } from '../query/comparison-tests';
import type { FilterNode } from '../query/filter-node';
import { matches, valueMatches } from '../query/matcher';
import { isConditions, parseFilter } from '../query/parse-filter';
import { sameValue } from '../values/compare';
import { type Doc, TYPE, asNumber, isObject, typeName, typeOf } from '../values/types';
import { type Apply, KEEP, type Outcome } from './change';
import { valueText } from '../values/value-text';
import { parsePush } from './push';

const set = (value: unknown): Outcome => ({ set: value });

/** `{$each: […]}` of `$addToSet`. */
function eachOf(operand: unknown): unknown[] {
  if (!isObject(operand) || Object.keys(operand)[0] !== '$each') return [operand];
  if (!Array.isArray(operand.$each)) {
    return refuse(
      'TypeMismatch',
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(operand.$each)}`,
    );
  }
  const other = Object.keys(operand).find((name) => name !== '$each');
  if (other) refuse('BadValue', `Found unexpected fields after $each in $addToSet: ${valueText(operand)}`);
  return operand.$each;
}

function addToSet(operand: unknown): Apply {
  const items = eachOf(operand);
  return (current, { name }) => {
    if (current !== undefined && !Array.isArray(current)) {
      return refuse(
        'BadValue',
        `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${typeName(current)}`,
      );
    }
    const result = [...((current as unknown[] | undefined) ?? [])];
    for (const item of items) if (!result.some((had) => sameValue(had, item))) result.push(item);
    return current !== undefined && result.length === current.length ? KEEP : set(result);
  };
}

function pullTest(operand: unknown): (item: unknown) => boolean {
  if (typeOf(operand) === TYPE.regex) {
    const test = regex(operand as BSONRegExp);
    return (item) => test.accepts(item);
  }
  if (!isObject(operand) || typeOf(operand) !== TYPE.object) return (item) => sameValue(item, operand);
  if (isConditions(operand)) return conditionTest(operand);
  const filter = parseFilter(operand);
  return (item) => isObject(item) && matches(filter, item);
}

function conditionTest(operand: Doc): (item: unknown) => boolean {
  if (['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '')) {
    const filter = parseFilter(operand);
    return (item) => isObject(item) && matches(filter, item);
  }
  const filter: FilterNode = parseFilter({ item: operand });
  return (item) => valueMatches(filter, item);
}

const pulling =
  (gone: (item: unknown) => boolean, op: string): Apply =>
  (current) => {
    if (current === undefined) return KEEP;
    if (!Array.isArray(current)) return refuse('BadValue', `Cannot apply ${op} to a non-array value`);
    const left = current.filter((item) => !gone(item));
    return left.length === current.length ? KEEP : set(left);
  };

function pullAll(operand: unknown): Apply {
  if (!Array.isArray(operand)) {
    return refuse('BadValue', `$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  return pulling((item) => operand.some((gone) => sameValue(item, gone)), '$pullAll');
}

function pop(operand: unknown): Apply {
  const end = asNumber(operand);
  if (end !== 1 && end !== -1)
    return refuse('FailedToParse', `$pop expects 1 or -1, found: ${valueText(operand)}`);
  return (current, { path }) => {
    if (current === undefined) return KEEP;
    if (!Array.isArray(current)) {
      return refuse(
        'TypeMismatch',
        `Path '${path}' contains an element of non-array type '${typeName(current)}'`,
      );
    }
    if (current.length === 0) return KEEP;
    return set(end === 1 ? current.slice(0, -1) : current.slice(1));
  };
}

/** Operators on arrays. */
export const ARRAY_OPERATORS: Readonly<Record<string, (operand: unknown) => Apply>> = {
  $push: parsePush,
  $addToSet: addToSet,
  $pull: (operand) => pulling(pullTest(operand), '$pull'),
  $pullAll: pullAll,
  $pop: pop,
};

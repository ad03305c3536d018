import { Int32 } from 'bson';
import { isTruthy } from '../query/shape-tests';
import { compareValues } from '../values/compare';
import { TYPE, typeOf } from '../values/types';
import type { Operator } from './operator';
import { operandsOf, taking } from './operands';

/** MongoDB's order in expressions: as everywhere, but missing is a value of its own, below null and above MinKey. */
export function compareComputed(a: unknown, b: unknown): number {
  if (a === undefined) return b === undefined ? 0 : typeOf(b) === TYPE.minKey ? 1 : -1;
  return b === undefined ? -compareComputed(b, a) : compareValues(a, b);
}

const comparing = (name: string, holds: (order: number) => boolean): Operator =>
  taking(2, name, (a, b) => holds(compareComputed(a, b)));

const all: Operator = (operand, parse) => {
  const operands = operandsOf('$and', operand, parse, 0, Number.POSITIVE_INFINITY);
  return (scope) => operands.every((one) => isTruthy(one(scope)));
};

const any: Operator = (operand, parse) => {
  const operands = operandsOf('$or', operand, parse, 0, Number.POSITIVE_INFINITY);
  return (scope) => operands.some((one) => isTruthy(one(scope)));
};

/** Comparisons across types, and their combinations. */
export const COMPARISONS: Readonly<Record<string, Operator>> = {
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $cmp: taking(2, '$cmp', (a, b) => new Int32(Math.sign(compareComputed(a, b)))),
  $and: all,
  $or: any,
  $not: taking(1, '$not', (value) => !isTruthy(value)),
};

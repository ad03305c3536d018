import { refuse } from '../command-error';
import { type Doc, RANK, isObject, rankOf } from '../values/types';
import type { Expression, Operator, Parse } from './operator';

/** Missing and null: what most operators answer null to. */
export const isNullish = (value: unknown): boolean => rankOf(value) === RANK.null;

/** The operands as expressions; one that is no list is the only one. */
export function operandsOf(
  name: string,
  operand: unknown,
  parse: Parse,
  least: number,
  most = least,
): Expression[] {
  const given: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (given.length < least || given.length > most) {
    const wanted = least === most ? `exactly ${least}` : `at least ${least} and at most ${most}`;
    refuse('Location16020', `Expression ${name} takes ${wanted} arguments. ${given.length} were passed in.`);
  }
  return given.map((one) => parse(one));
}

/** An operator of a fixed number of operands, each computed before. */
export const taking =
  (count: number, name: string, compute: (...values: unknown[]) => unknown): Operator =>
  (operand, parse) => {
    const operands = operandsOf(name, operand, parse, count);
    return (scope) => compute(...operands.map((one) => one(scope)));
  };

/** An operator of a fixed number of operands that answers null when one of them is null or missing. */
export const takingKnown = (
  count: number,
  name: string,
  compute: (...values: unknown[]) => unknown,
): Operator => taking(count, name, (...values) => (values.some(isNullish) ? null : compute(...values)));

/** The named parts of an operand like `{input: …, as: …}`; those not named here are refused. */
export function partsOf(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
): Doc {
  if (!isObject(operand)) return refuse('FailedToParse', `${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find((part) => !required.includes(part) && !optional.includes(part));
  if (unknown) refuse('FailedToParse', `Unrecognized parameter to ${name}: ${unknown}`);
  const missing = required.find((part) => !(part in operand));
  if (missing) refuse('FailedToParse', `Missing '${missing}' parameter to ${name}`);
  return operand;
}

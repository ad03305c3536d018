import { refuse } from '../command-error';
import { isTruthy } from '../query/shape-tests';
import { isObject } from '../values/types';
import type { Expression, Operator, Parse } from './operator';
import { isNullish, operandsOf, partsOf } from './operands';

const choose =
  (test: Expression, yes: Expression, no: Expression): Expression =>
  (scope) =>
    isTruthy(test(scope)) ? yes(scope) : no(scope);

const cond: Operator = (operand, parse) => {
  if (isObject(operand)) {
    const parts = partsOf('$cond', operand, ['if', 'then', 'else'], []);
    return choose(parse(parts.if), parse(parts.then), parse(parts.else));
  }
  const [test, yes, no] = operandsOf('$cond', operand, parse, 3) as [Expression, Expression, Expression];
  return choose(test, yes, no);
};

const ifNull: Operator = (operand, parse) => {
  const operands = operandsOf('$ifNull', operand, parse, 2, Number.POSITIVE_INFINITY);
  const last = operands.at(-1) as Expression;
  return (scope) => {
    for (const one of operands.slice(0, -1)) {
      const value = one(scope);
      if (!isNullish(value)) return value;
    }
    return last(scope);
  };
};

function branchOf(given: unknown, parse: Parse): { test: Expression; value: Expression } {
  const parts = partsOf('$switch', given, ['case', 'then'], []);
  return { test: parse(parts.case), value: parse(parts.then) };
}

const switchOf: Operator = (operand, parse) => {
  const parts = partsOf('$switch', operand, ['branches'], ['default']);
  if (!Array.isArray(parts.branches))
    return refuse('Location40061', '$switch expected an array for branches');
  if (parts.branches.length === 0) refuse('Location40068', '$switch requires at least one branch.');
  const branches = parts.branches.map((one: unknown) => branchOf(one, parse));
  const otherwise = 'default' in parts ? parse(parts.default) : undefined;
  return (scope) => {
    const found = branches.find(({ test }) => isTruthy(test(scope)));
    if (found) return found.value(scope);
    return otherwise
      ? otherwise(scope)
      : refuse(
          'Location40066',
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
  };
};

/** One value or another. */
export const BRANCHES: Readonly<Record<string, Operator>> = {
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOf,
};

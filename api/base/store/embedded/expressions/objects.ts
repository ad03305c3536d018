import { type CodeName, refuse } from '../command-error';
import { hasOwn } from '../query/paths';
import { type Doc, isObject, typeName } from '../values/types';
import type { Operator } from './operator';
import { checkVariableName } from './names';
import { isNullish, operandsOf, partsOf, takingKnown } from './operands';

const merge: Operator = (operand, parse) => {
  const operands = operandsOf('$mergeObjects', operand, parse, 0, Number.POSITIVE_INFINITY);
  return (scope) => {
    const merged = new Map<string, unknown>();
    for (const value of operands.map((one) => one(scope))) {
      if (isNullish(value)) continue;
      if (!isObject(value))
        return refuse(
          'Location40400',
          `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
        );
      for (const [name, inner] of Object.entries(value)) merged.set(name, inner);
    }
    return Object.fromEntries(merged);
  };
};

function toPairs(value: unknown): unknown {
  if (!isObject(value))
    return refuse('Location40390', `$objectToArray requires a document input, found: ${typeName(value)}`);
  return Object.entries(value).map(([k, v]) => ({ k, v }));
}

/** Of `[name, value]`, or of `{k: name, v: value}` with nothing else in it. */
function pairOf(given: unknown, asList: boolean): [string, unknown] {
  if (Array.isArray(given) !== asList || !(asList || isObject(given)))
    return refuse('Location40391', '$arrayToObject requires a consistent input format');
  const fields = Array.isArray(given) ? undefined : (given as Doc);
  const pair: unknown[] = fields ? ['k', 'v'].map((name) => fields[name]) : (given as unknown[]);
  if (pair.length !== 2 || pair.includes(undefined) || (fields && Object.keys(fields).length !== 2))
    return refuse('Location40392', '$arrayToObject requires pairs of a name and a value');
  const [name, value] = pair;
  return typeof name === 'string'
    ? [name, value]
    : refuse('Location40394', `$arrayToObject requires names that are strings, found: ${typeName(name)}`);
}

function fromPairs(value: unknown): unknown {
  if (!Array.isArray(value))
    return refuse('Location40386', `$arrayToObject requires an array input, found: ${typeName(value)}`);
  const asList = Array.isArray(value[0]);
  return Object.fromEntries(value.map((pair: unknown) => pairOf(pair, asList)));
}

const letIn: Operator = (operand, parse) => {
  const parts = partsOf('$let', operand, ['vars', 'in'], []);
  if (!isObject(parts.vars)) return refuse('Location16876', 'invalid parameter: expected an object (vars)');
  const given = Object.entries(parts.vars).map(([name, value]) => ({
    name: checkVariableName(name),
    compute: parse(value),
  }));
  const compute = parse(
    parts.in,
    given.map(({ name }) => name),
  );
  return (scope) => {
    const own = Object.fromEntries(given.map((one) => [one.name, one.compute(scope)]));
    return compute({ root: scope.root, variables: { ...scope.variables, ...own } });
  };
};

/** A name as a constant: with a dollar in front only as `{$literal: …}`. */
function constantName(name: string, given: unknown, code: CodeName): string {
  const literal = isObject(given) && Object.keys(given).join() === '$literal';
  const text = literal ? given.$literal : given;
  if (typeof text !== 'string' || (!literal && text.startsWith('$')))
    return refuse(code, `${name} requires 'field' to be a constant string`);
  return text;
}

/** `$setField` and `$unsetField`: names may hold dots and dollars. */
const changeField =
  (name: string, required: readonly string[]): Operator =>
  (operand, parse) => {
    const parts = partsOf(name, operand, required, []);
    const field = constantName(name, parts.field, 'Location4161107');
    const [input, compute] = [parse(parts.input), parse('value' in parts ? parts.value : '$$REMOVE')];
    return (scope) => {
      const document = input(scope);
      if (isNullish(document)) return null;
      if (!isObject(document)) return refuse('Location4161105', `${name} requires 'input' to be an object`);
      const fields = new Map<string, unknown>(Object.entries(document));
      const value = compute(scope);
      if (value === undefined) fields.delete(field);
      else fields.set(field, value);
      return Object.fromEntries(fields);
    };
  };

const getField: Operator = (operand, parse) => {
  const whole = isObject(operand) && !Object.keys(operand)[0]?.startsWith('$');
  const parts = whole ? partsOf('$getField', operand, ['field'], ['input']) : { field: operand };
  const name = constantName('$getField', parts.field, 'Location5654602');
  const input = parse('input' in parts ? parts.input : '$$CURRENT');
  return (scope) => {
    const value = input(scope);
    return isObject(value) && hasOwn(value, name) ? value[name] : value === null ? null : undefined;
  };
};

/** Operators on documents, and what names values. */
export const OBJECTS: Readonly<Record<string, Operator>> = {
  $mergeObjects: merge,
  $objectToArray: takingKnown(1, '$objectToArray', toPairs),
  $arrayToObject: takingKnown(1, '$arrayToObject', fromPairs),
  $getField: getField,
  $setField: changeField('$setField', ['field', 'input', 'value']),
  $unsetField: changeField('$unsetField', ['field', 'input']),
  $let: letIn,
  $literal: (operand) => () => operand,
};

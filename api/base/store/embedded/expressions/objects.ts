import { refuse } from '../command-error';
import { hasOwn } from '../query/paths';
import { isObject, typeName } from '../values/types';
import type { Operator } from './operator';
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

function pairOf(given: unknown): [string, unknown] {
  const [name, value] = Array.isArray(given) ? given : isObject(given) ? [given.k, given.v] : [];
  if (typeof name !== 'string')
    return refuse('Location40394', '$arrayToObject requires pairs of a string and a value');
  return [name, value ?? null];
}

function fromPairs(value: unknown): unknown {
  if (!Array.isArray(value))
    return refuse('Location40386', `$arrayToObject requires an array input, found: ${typeName(value)}`);
  return Object.fromEntries(value.map(pairOf));
}

const letIn: Operator = (operand, parse) => {
  const parts = partsOf('$let', operand, ['vars', 'in'], []);
  if (!isObject(parts.vars)) return refuse('Location16876', 'invalid parameter: expected an object (vars)');
  const given = Object.entries(parts.vars).map(([name, value]) => ({ name, compute: parse(value) }));
  const compute = parse(
    parts.in,
    given.map(({ name }) => name),
  );
  return (scope) => {
    const own = Object.fromEntries(given.map((one) => [one.name, one.compute(scope)]));
    return compute({ root: scope.root, variables: { ...scope.variables, ...own } });
  };
};

/** `$setField` and `$unsetField`: names may hold dots and dollars. */
const changeField =
  (name: string, required: readonly string[]): Operator =>
  (operand, parse) => {
    const parts = partsOf(name, operand, required, []);
    const field = isObject(parts.field) && '$literal' in parts.field ? parts.field.$literal : parts.field;
    if (typeof field !== 'string')
      return refuse('Location4161107', `${name} requires a constant string as its field`);
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
  const parts = isObject(operand) ? partsOf('$getField', operand, ['field'], ['input']) : { field: operand };
  const name = isObject(parts.field) && '$literal' in parts.field ? parts.field.$literal : parts.field;
  if (typeof name !== 'string')
    return refuse('Location5654602', '$getField requires a constant string as its field');
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

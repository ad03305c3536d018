import { BSONRegExp } from 'bson';
import { notSupported, refuse } from '../command-error';
import { parseExpression } from '../expressions/expression';
import type { Variables } from '../expressions/operator';
import { ownEntry } from '../values/own-entry';
import { type Doc, TYPE, isObject, typeName, typeOf } from '../values/types';
import { equal, oneOf, ordered, regex } from './comparison-tests';
import type { FieldTest, FilterNode } from './filter-node';
import { matches, valueMatches } from './matcher';
import { exists, isTruthy, ofSize, ofType, remainder } from './shape-tests';

const UNSUPPORTED = new Set(
  `$where $text $jsonSchema $near $nearSphere $geoWithin $geoIntersects $geoNear $within $function
  $bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear`.split(/\s+/),
);

const and = (nodes: FilterNode[]): FilterNode =>
  nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'and', nodes };

const not = (node: FilterNode): FilterNode => ({ kind: 'not', node });

const field = (path: string, test: FieldTest): FilterNode => ({
  kind: 'field',
  path,
  parts: path.split('.'),
  test,
});

/** True for `{$gt: 5, …}`: conditions, not a document to be equal to. */
export function isConditions(value: unknown): value is Doc {
  if (!isObject(value)) return false;
  const [first] = Object.keys(value);
  return (
    first !== undefined && first.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db'
  );
}

function elementTest(operand: unknown): FieldTest {
  if (!isObject(operand)) return refuse('BadValue', '$elemMatch needs an Object');
  const onValue = isConditions(operand) && !['$and', '$or', '$nor'].includes(Object.keys(operand)[0] ?? '');
  const node = onValue ? parseConditions('', operand) : parseFilter(operand);
  const accepts = (item: unknown): boolean => {
    if (onValue) return valueMatches(node, item);
    if (Array.isArray(item)) return matches(node, Object.fromEntries(item.entries()));
    return isObject(item) && matches(node, item);
  };
  return {
    op: '$elemMatch',
    operand,
    elementwise: false,
    accepts: () => false,
    place: (value) => (Array.isArray(value) ? value.findIndex(accepts) : -1),
  };
}

function parseAll(path: string, operand: unknown): FilterNode {
  if (!Array.isArray(operand)) return refuse('BadValue', '$all needs an array');
  const nodes = operand.map((item: unknown) => {
    if (isConditions(item)) {
      if (Object.keys(item)[0] !== '$elemMatch') refuse('BadValue', 'no $ expressions in $all');
      return field(path, elementTest(item.$elemMatch));
    }
    return field(path, typeOf(item) === TYPE.regex ? regex(item as BSONRegExp) : equal(item));
  });
  return nodes.length > 0 ? and(nodes) : { kind: 'nor', nodes: [{ kind: 'and', nodes: [] }] };
}

function parseNot(path: string, operand: unknown): FilterNode {
  if (typeOf(operand) === TYPE.regex) return not(field(path, regex(operand as BSONRegExp)));
  if (!isConditions(operand)) {
    if (isObject(operand) && Object.keys(operand).length === 0) refuse('BadValue', '$not cannot be empty');
    return refuse('BadValue', '$not needs a regex or a document');
  }
  return not(parseConditions(path, operand));
}

function parseRegex(conditions: Doc): FieldTest {
  const { $regex: pattern, $options: options = '' } = conditions;
  if (typeof options !== 'string') return refuse('BadValue', '$options has to be a string');
  if (typeof pattern === 'string') return regex(new BSONRegExp(pattern, options));
  if (typeOf(pattern) !== TYPE.regex) return refuse('BadValue', '$regex has to be a string');
  const given = pattern as BSONRegExp;
  if (given.options && options) refuse('RegexInvalid', 'options set in both $regex and $options');
  return regex(new BSONRegExp(given.pattern, options || given.options));
}

type Parse = (path: string, operand: unknown, all: Doc) => FilterNode;

const OPERATORS: Readonly<Record<string, Parse>> = {
  $eq: (path, operand) => field(path, equal(operand)),
  $ne: (path, operand) => {
    if (typeOf(operand) === TYPE.regex) refuse('BadValue', "Can't have regex as arg to $ne.");
    return not(field(path, equal(operand)));
  },
  $gt: (path, operand) => field(path, ordered('$gt', operand)),
  $gte: (path, operand) => field(path, ordered('$gte', operand)),
  $lt: (path, operand) => field(path, ordered('$lt', operand)),
  $lte: (path, operand) => field(path, ordered('$lte', operand)),
  $in: (path, operand) => field(path, oneOf(operand)),
  $nin: (path, operand) => not(field(path, oneOf(operand, '$nin'))),
  $exists: (path, operand) => (isTruthy(operand) ? field(path, exists) : not(field(path, exists))),
  $type: (path, operand) => field(path, ofType(operand)),
  $size: (path, operand) => field(path, ofSize(operand)),
  $mod: (path, operand) => field(path, remainder(operand)),
  $all: parseAll,
  $not: parseNot,
  $elemMatch: (path, operand) => field(path, elementTest(operand)),
  $regex: (path, _operand, conditions) => field(path, parseRegex(conditions)),
  $options: (_path, _operand, conditions) =>
    '$regex' in conditions ? { kind: 'and', nodes: [] } : refuse('BadValue', '$options needs a $regex'),
};

function parseConditions(path: string, conditions: Doc): FilterNode {
  const nodes = Object.entries(conditions).map(([op, operand]) => {
    if (UNSUPPORTED.has(op)) return notSupported(op);
    const parse = ownEntry(OPERATORS, op) ?? refuse('BadValue', `unknown operator: ${op}`);
    return parse(path, operand, conditions);
  });
  return and(nodes);
}

function parseLogical(op: string, operand: unknown, variables: Variables | undefined): FilterNode {
  if (!Array.isArray(operand)) return refuse('BadValue', `${op} must be an array`);
  if (operand.length === 0) refuse('BadValue', `${op} must be a nonempty array`);
  const nodes = operand.map((inner: unknown) =>
    isObject(inner)
      ? parseFilter(inner, variables)
      : refuse('BadValue', `${op} argument's entries must be objects`),
  );
  return { kind: op.slice(1) as 'and' | 'or' | 'nor', nodes };
}

const unknownTopLevel = (op: string): never =>
  refuse(
    'BadValue',
    `unknown top level operator: ${op}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  );

function parseExpr(operand: unknown, variables: Variables | undefined): FilterNode {
  if (!variables) return refuse('BadValue', '$expr can only be applied to the top-level document');
  const compute = parseExpression(operand, Object.keys(variables));
  return { kind: 'expression', holds: (root) => isTruthy(compute({ root, variables })) };
}

function parseEntry(name: string, value: unknown, variables: Variables | undefined): FilterNode {
  if (name === '$and' || name === '$or' || name === '$nor') return parseLogical(name, value, variables);
  if (name === '$expr') return parseExpr(value, variables);
  if (name === '$comment') return { kind: 'and', nodes: [] };
  if (UNSUPPORTED.has(name)) return notSupported(name);
  if (name.startsWith('$')) return unknownTopLevel(name);
  if (isConditions(value)) return parseConditions(name, value);
  return field(name, typeOf(value) === TYPE.regex ? regex(value as BSONRegExp) : equal(value));
}

/**
 * Reads a filter; what MongoDB refuses is refused with its code, what this store lacks by its name. Only a command's own
 * filter may hold `$expr`: it gives the variables that it knows.
 */
export function parseFilter(filter: unknown, variables?: Variables): FilterNode {
  if (filter === undefined) return { kind: 'and', nodes: [] };
  if (!isObject(filter))
    return refuse('TypeMismatch', `Expected field filter to be of type object, but is ${typeName(filter)}`);
  return and(Object.entries(filter).map(([name, value]) => parseEntry(name, value, variables)));
}

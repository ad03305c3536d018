import { notSupported, refuse } from '../command-error';
import { ownEntry } from '../values/own-entry';
import { type Doc, isObject } from '../values/types';
import { hasOwn } from '../query/paths';
import type { Expression, Names, Parse } from './operator';
import { checkFieldName, pathOf } from './names';
import { OPERATORS } from './operators';

const BUILT_IN: readonly string[] = ['ROOT', 'CURRENT', 'REMOVE', 'NOW'];
const NEVER: readonly string[] = ['CLUSTER_TIME', 'USER_ROLES', 'SEARCH_META', 'DESCEND', 'PRUNE', 'KEEP'];

/** A field path in an expression: through an array it gives the array of what its documents hold. */
function follow(node: unknown, parts: readonly string[], at: number): unknown {
  const part = parts[at];
  if (part === undefined) return node;
  if (Array.isArray(node)) {
    return node
      .map((item: unknown) => (isObject(item) ? follow(item, parts, at) : undefined))
      .filter((value) => value !== undefined);
  }
  return isObject(node) && hasOwn(node, part) ? follow(node[part], parts, at + 1) : undefined;
}

function variable(text: string, names: Names): Expression {
  const [name = '', ...parts] = text.split('.');
  for (const part of parts) checkFieldName(part);
  if (name === '') refuse('FailedToParse', 'empty variable names are not allowed');
  if (NEVER.includes(name)) return notSupported(`the variable $$${name}`);
  if (!names.has(name)) refuse('Location17276', `Use of undefined variable: ${name}`);
  if (name === 'REMOVE') return () => undefined;
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => follow(root, parts, 0);
  return ({ variables }) => follow(variables[name], parts, 0);
}

function fieldPath(text: string): Expression {
  const parts = pathOf(text, 'Location16872');
  return ({ root }) => follow(root, parts, 0);
}

function documentOf(given: Doc, parse: Parse): Expression {
  const fields = Object.entries(given).map(([name, inner]) => ({ name, compute: parse(inner) }));
  for (const { name } of fields) checkFieldName(name);
  return (scope) => {
    const computed = fields.map(({ name, compute }): [string, unknown] => [name, compute(scope)]);
    return Object.fromEntries(computed.filter(([, value]) => value !== undefined));
  };
}

function objectOf(given: Doc, parse: Parse): Expression {
  const keys = Object.keys(given);
  const [first] = keys;
  const operator = keys.find((name) => name.startsWith('$'));
  if (first === undefined || operator === undefined) return documentOf(given, parse);
  if (keys.length > 1)
    refuse('Location15983', `an expression object must have exactly one field: ${keys.join()}`);
  const read = ownEntry(OPERATORS, operator);
  return read ? read(given[operator], parse) : notSupported(`the expression ${operator}`);
}

function parseWithin(given: unknown, names: Names): Expression {
  const parse: Parse = (inner, more = []) => parseWithin(inner, new Set([...names, ...more]));
  if (typeof given === 'string' && given.startsWith('$$')) return variable(given.slice(2), names);
  if (typeof given === 'string' && given.startsWith('$')) return fieldPath(given.slice(1));
  if (Array.isArray(given)) {
    const items = given.map((item: unknown) => parse(item));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  return isObject(given) ? objectOf(given, parse) : () => given;
}

/** Reads an expression; `names`: the variables given to the command. What this store lacks is refused by name. */
export const parseExpression: Parse = (given, names = []) =>
  parseWithin(given, new Set([...BUILT_IN, ...names]));

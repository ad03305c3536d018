import { notSupported } from '../command-error';
import { type Doc, isObject } from '../values/types';
import { hasOwn, isPlace } from '../query/paths';

/** Computes a value from a document; undefined is "missing". */
export type Expression = (document: Doc) => unknown;

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

/** Literals, `$field.path`, and documents and arrays of them; operators are refused by name. */
export function parseExpression(given: unknown): Expression {
  if (typeof given === 'string' && given.startsWith('$')) {
    if (given.startsWith('$$'))
      return given === '$$ROOT' ? (document) => document : notSupported(`the variable ${given}`);
    const parts = given.slice(1).split('.');
    if (parts.some(isPlace)) return notSupported(`a place in an array (${given}) in an expression`);
    return (document) => follow(document, parts, 0);
  }
  if (Array.isArray(given)) {
    const items = given.map(parseExpression);
    return (document) => items.map((item) => item(document) ?? null);
  }
  if (!isObject(given)) return () => given;
  const operator = Object.keys(given).find((name) => name.startsWith('$'));
  if (operator === '$literal') return () => given.$literal;
  if (operator) return notSupported(`the expression ${operator}`);
  const fields = Object.entries(given).map(([name, inner]) => ({ name, compute: parseExpression(inner) }));
  return (document) => {
    const computed = fields.map(({ name, compute }): [string, unknown] => [name, compute(document)]);
    return Object.fromEntries(computed.filter(([, value]) => value !== undefined));
  };
}

import { type Doc, isObject } from '../values/types';

const NUMERIC = /^(0|[1-9]\d*)$/;

/** True for a path component that can be a place in an array. */
export const isPlace = (part: string): boolean => NUMERIC.test(part);

export const hasOwn = (document: object, name: string): boolean => Object.hasOwn(document, name);

/** Called with each value a path leads to (undefined: missing) and the array place it went through; true ends the walk. */
export type Visit = (value: unknown, place: number | undefined) => boolean;

function walk(
  node: unknown,
  parts: readonly string[],
  at: number,
  place: number | undefined,
  visit: Visit,
): boolean {
  const part = parts[at];
  if (part === undefined) return visit(node, place);
  if (Array.isArray(node)) {
    if (
      isPlace(part) &&
      Number(part) < node.length &&
      walk(node[Number(part)], parts, at + 1, place, visit)
    ) {
      return true;
    }
    // An array directly inside an array is not entered without a place.
    return node.some((item, index) => isObject(item) && walk(item, parts, at, place ?? index, visit));
  }
  if (!isObject(node)) return visit(undefined, place);
  return walk(hasOwn(node, part) ? node[part] : undefined, parts, at + 1, place, visit);
}

/**
 * Follows a dotted path as a query does: into documents by name, into arrays by place and, without one, into each
 * document they hold. Through an array of scalars it leads nowhere, not even to "missing".
 */
export function visitPath(document: Doc, parts: readonly string[], visit: Visit): boolean {
  return walk(document, parts, 0, undefined, visit);
}

/** The value at a path without entering arrays but by place; undefined when it is missing. */
export function valueAt(document: unknown, parts: readonly string[]): unknown {
  let node = document;
  for (const part of parts) {
    if (typeof node !== 'object' || node === null || !hasOwn(node, part)) return undefined;
    node = (node as Doc)[part];
  }
  return node;
}

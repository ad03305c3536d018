import { refuse } from '../command-error';
import { hasOwn, isPlace } from '../query/paths';
import { type Doc, isObject, typeOf, TYPE } from '../values/types';
import { valueText } from '../values/value-text';

const MAX_PADDING = 1_500_000;

function notViable(part: string, parent: unknown, parentName: string): never {
  return refuse(
    'PathNotViable',
    `Cannot create field '${part}' in element {${parentName}: ${valueText(parent)}}`,
  );
}

function checkPlace(container: unknown[], part: string, parentName: string): void {
  if (!isPlace(part)) notViable(part, container, parentName);
  if (Number(part) > container.length + MAX_PADDING) {
    refuse('CannotBackfillArray', `Cannot backfill array: trying to create field ${part} past the end`);
  }
}

/** The value by that name or at that place; undefined when it is missing. */
export function child(container: Doc | unknown[], part: string): unknown {
  return hasOwn(container, part) ? (container as Doc)[part] : undefined;
}

/** Puts a value by that name or at that place; an array grows with nulls. */
export function assign(container: Doc | unknown[], part: string, value: unknown): void {
  if (Array.isArray(container)) {
    while (container.length < Number(part)) container.push(null);
    container[Number(part)] = value;
    return;
  }
  // A field named __proto__ is a field like any other.
  Object.defineProperty(container, part, { value, writable: true, enumerable: true, configurable: true });
}

/** The document or array that holds the last part of a path; makes the way to it unless `existing`. */
export function holderOf(
  document: Doc,
  path: readonly string[],
  existing: boolean,
): Doc | unknown[] | undefined {
  let node: Doc | unknown[] = document;
  for (const [at, part] of path.entries()) {
    if (Array.isArray(node)) {
      if (existing && !isPlace(part)) return undefined;
      checkPlace(node, part, path[at - 1] ?? '');
    }
    if (at === path.length - 1) return node;
    let next = child(node, part);
    if (next === undefined) {
      if (existing) return undefined;
      next = {};
      assign(node, part, next);
    }
    if (!Array.isArray(next) && (!isObject(next) || typeOf(next) !== TYPE.object)) {
      if (existing) return undefined;
      notViable(path[at + 1] ?? '', next, part);
    }
    node = next as Doc | unknown[];
  }
  return undefined;
}

import { refuse } from '../../command-error';
import { type Doc, asNumber, isNumber, isObject } from '../../values/types';
import type { FilterNode, Place } from '../filter-node';
import { matches } from '../matcher';
import { parseFilter } from '../parse-filter';
import { hasOwn } from '../paths';

/** What happens to one array besides being kept; undefined: it goes. */
export type Cut = (array: unknown[], document: Doc) => unknown[] | undefined;

/** True for the form that `find` has of its own; any other is the expression. */
export const isSlice = (operand: unknown): boolean =>
  !Array.isArray(operand) || (operand.length === 2 && operand.every(isNumber));

/** `$slice` of `find`: so many from the beginning or the end, or `[skip, limit]`. */
export function sliceOf(operand: unknown): Cut {
  const [skip, count] = Array.isArray(operand) ? operand.map(asNumber) : [undefined, asNumber(operand)];
  if (count === undefined) return refuse('BadValue', '$slice only supports numbers and [skip, limit] arrays');
  if (!Array.isArray(operand)) return (array) => (count < 0 ? array.slice(count) : array.slice(0, count));
  if (count <= 0) refuse('Location28724', '$slice limit must be positive');
  const from = skip ?? 0;
  return (array) => {
    const start = from < 0 ? Math.max(0, array.length + from) : from;
    return array.slice(start, start + count);
  };
}

/** `$elemMatch` of `find`: the first element that satisfies it. */
export function elemMatchOf(operand: unknown): Cut {
  const filter = parseFilter({ item: { $elemMatch: operand } });
  return (array) => {
    const places: Place[] = [];
    return matches(filter, { item: array }, places) ? [array[places[0]?.index ?? 0]] : undefined;
  };
}

/** `a.$`: the element that satisfied the filter. */
export function positionalOf(path: string, filter: FilterNode): Cut {
  return (array, document) => {
    const places: Place[] = [];
    matches(filter, document, places);
    const place = places.findLast((one) => one.path === path || one.path.startsWith(`${path}.`));
    if (!place)
      return refuse(
        'Location51246',
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return array.slice(place.index, place.index + 1);
  };
}

/** The node with the array at a path cut, in each document on the way. */
export function cutAt(node: unknown, parts: readonly string[], cut: Cut, document: Doc): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return Array.isArray(node) ? cut(node, document) : node;
  if (Array.isArray(node)) return node.map((item) => cutAt(item, parts, cut, document));
  if (!isObject(node) || !hasOwn(node, part)) return node;
  return { ...node, [part]: cutAt(node[part], rest, cut, document) };
}

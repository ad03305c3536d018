import type { Doc } from '../values/types';
import type { FieldNode, FilterNode, Place } from './filter-node';
import { visitPath } from './paths';

function placeWithin({ test }: FieldNode, value: unknown): number | undefined {
  if (test.place) {
    const index = test.place(value);
    return index < 0 ? undefined : index;
  }
  if (test.elementwise && Array.isArray(value)) {
    const index = value.findIndex((item) => test.accepts(item));
    if (index >= 0) return index;
  }
  return undefined;
}

function fieldMatches(node: FieldNode, document: Doc, places: Place[] | undefined): boolean {
  return visitPath(document, node.parts, (value, place) => {
    const within = placeWithin(node, value);
    if (within === undefined && (node.test.place || !node.test.accepts(value))) return false;
    const index = place ?? within;
    if (places && index !== undefined) places.push({ path: node.path, index });
    return true;
  });
}

/** Whether a document satisfies a filter; `places` collects the array places that did, for the positional operator. */
export function matches(node: FilterNode, document: Doc, places?: Place[]): boolean {
  switch (node.kind) {
    case 'field':
      return fieldMatches(node, document, places);
    case 'not':
      return !matches(node.node, document);
    case 'and':
      return node.nodes.every((inner) => matches(inner, document, places));
    case 'or':
      return node.nodes.some((inner) => matches(inner, document, places));
    case 'nor':
      return !node.nodes.some((inner) => matches(inner, document));
    case 'expression':
      return node.holds(document);
  }
}

/** Tests one value itself, as `$elemMatch` and `$pull` do with an element: its own elements are not entered. */
export function valueMatches(node: FilterNode, value: unknown): boolean {
  switch (node.kind) {
    case 'field':
      return node.test.place ? node.test.place(value) >= 0 : node.test.accepts(value);
    case 'not':
      return !valueMatches(node.node, value);
    case 'and':
      return node.nodes.every((inner) => valueMatches(inner, value));
    case 'or':
      return node.nodes.some((inner) => valueMatches(inner, value));
    case 'nor':
      return !node.nodes.some((inner) => valueMatches(inner, value));
    case 'expression':
      // Refused when it was read: an expression looks at whole documents.
      return false;
  }
}

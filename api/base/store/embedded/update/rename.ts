import { refuse } from '../command-error';
import { isPlace, valueAt } from '../query/paths';
import { type Doc, isObject } from '../values/types';
import { valueText } from '../values/value-text';
import type { About, Rename } from './change';
import { idText } from './field-operators';
import { assign, child, holderOf } from './path-holder';

function throughArray(document: Doc, path: readonly string[]): boolean {
  return path.some((_part, at) => Array.isArray(valueAt(document, path.slice(0, at))));
}

/** What a rename moves; undefined when it is not there, refused when the way to it leads through something else. */
function sourceOf(document: Doc, path: readonly string[]): unknown {
  let node: unknown = document;
  for (const [at, part] of path.entries()) {
    const entered = Array.isArray(node) ? isPlace(part) : isObject(node);
    if (!entered) {
      refuse(
        'PathNotViable',
        `cannot use the part (${part} of ${path.join('.')}) to traverse the element ({${path[at - 1]}: ${valueText(node)}})`,
      );
    }
    node = child(node as Doc, part);
    if (node === undefined) return undefined;
  }
  return node;
}

/** Moves the value; where nothing is to be moved, nothing changes. */
export function applyRename(
  document: Doc,
  { from, parts: to }: Rename,
  about: Omit<About, 'name' | 'path'>,
): void {
  const value = sourceOf(document, from);
  if (value === undefined) return;
  for (const [path, what] of [
    [from, 'source'],
    [to, 'destination'],
  ] as const) {
    if (throughArray(document, path)) {
      refuse(
        'BadValue',
        `The ${what} field cannot be an array element, '${path.join('.')}' in doc with ${idText({ ...about, name: '', path: '' }).slice(1, -1)} has an array field`,
      );
    }
  }
  const source = holderOf(document, from, true) as Doc;
  delete source[from.at(-1) ?? ''];
  const target = holderOf(document, to, false);
  if (target) assign(target, to.at(-1) ?? '', value);
}

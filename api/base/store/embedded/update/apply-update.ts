import { refuse } from '../command-error';
import type { FilterNode, Place } from '../query/filter-node';
import { matches } from '../query/matcher';
import { hasOwn, isPlace, valueAt } from '../query/paths';
import { sameValue } from '../values/compare';
import { type Doc, isObject, typeOf, TYPE } from '../values/types';
import type { About, Change, Outcome, Rename, Update } from './change';
import { idText } from './field-operators';
import { valueText } from '../values/value-text';

const MAX_PADDING = 1_500_000;

export interface ApplyOptions {
  /** Where the filter matched inside arrays, for `$`. */
  readonly places: readonly Place[];
  readonly isInsert: boolean;
  readonly now: Date;
}

function positional(change: Change, at: number, places: readonly Place[]): string {
  const array = change.parts.slice(0, at).join('.');
  const under = places.findLast(({ path }) => path === array || path.startsWith(`${array}.`));
  const place = under ?? places.at(-1);
  if (!place)
    return refuse('BadValue', 'The positional operator did not find the match needed from the query.');
  return String(place.index);
}

function elementPlaces(
  change: Change,
  at: number,
  array: unknown,
  filters: ReadonlyMap<string, FilterNode>,
): string[] {
  const path = change.parts.slice(0, at).join('.');
  if (array === undefined) {
    return refuse(
      'BadValue',
      `The path '${path}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(array)) {
    return refuse('BadValue', `Cannot apply array updates to non-array element ${path}: ${valueText(array)}`);
  }
  const name = change.parts[at]?.slice(2, -1) ?? '';
  const filter = filters.get(name);
  return [...array.keys()]
    .filter((index) => !filter || matches(filter, { [name]: array[index] }))
    .map(String);
}

/** The concrete paths that a path with `$`, `$[]` or `$[x]` stands for in this document. */
function concretePaths(
  change: Change,
  update: Update & { kind: 'changes' },
  document: Doc,
  places: readonly Place[],
): string[][] {
  let paths: string[][] = [[]];
  for (const [at, part] of change.parts.entries()) {
    if (part === '$') paths = paths.map((path) => [...path, positional(change, at, places)]);
    else if (/^\$\[.*\]$/.test(part)) {
      paths = paths.flatMap((path) =>
        elementPlaces(change, at, valueAt(document, path), update.arrayFilters).map((place) => [
          ...path,
          place,
        ]),
      );
    } else paths = paths.map((path) => [...path, part]);
  }
  return paths;
}

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

function child(container: Doc | unknown[], part: string): unknown {
  return hasOwn(container, part) ? (container as Doc)[part] : undefined;
}

function assign(container: Doc | unknown[], part: string, value: unknown): void {
  if (Array.isArray(container)) {
    while (container.length < Number(part)) container.push(null);
    container[Number(part)] = value;
    return;
  }
  // A field named __proto__ is a field like any other.
  Object.defineProperty(container, part, { value, writable: true, enumerable: true, configurable: true });
}

/** The document or array that holds the last part of a path; makes the way to it unless `existing`. */
function holderOf(document: Doc, path: readonly string[], existing: boolean): Doc | unknown[] | undefined {
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

function carryOut(holder: Doc | unknown[], name: string, outcome: Outcome): void {
  if (outcome === 'keep') return;
  if (outcome !== 'remove') assign(holder, name, outcome.set);
  else if (Array.isArray(holder)) holder[Number(name)] = null;
  else delete holder[name];
}

function applyChange(
  document: Doc,
  path: readonly string[],
  change: Change,
  about: Omit<About, 'name' | 'path'>,
): void {
  if (change.op === '$setOnInsert' && !about.isInsert) return;
  const name = path.at(-1) ?? '';
  const holder = holderOf(document, path, change.onlyExisting);
  if (holder)
    carryOut(holder, name, change.apply(child(holder, name), { ...about, name, path: path.join('.') }));
}

function throughArray(document: Doc, path: readonly string[]): boolean {
  return path.some((_part, at) => Array.isArray(valueAt(document, path.slice(0, at))));
}

function applyRename(document: Doc, { from, to }: Rename, about: Omit<About, 'name' | 'path'>): void {
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
  const value = valueAt(document, from);
  if (value === undefined) return;
  const source = holderOf(document, from, true) as Doc;
  delete source[from.at(-1) ?? ''];
  const target = holderOf(document, to, false);
  if (target) assign(target, to.at(-1) ?? '', value);
}

function refuseOtherId(before: unknown, document: Doc): void {
  if (before === undefined || (document._id !== undefined && sameValue(before, document._id))) return;
  refuse('ImmutableField', `Performing an update on the path '_id' would modify the immutable field '_id'`);
}

function replaced(before: Doc, document: Doc): Doc {
  const { _id: given, ...rest } = document;
  const id = before._id;
  if (given !== undefined && id !== undefined && !sameValue(given, id)) {
    refuse(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${valueText(given)}`,
    );
  }
  const kept = id ?? given;
  return kept === undefined ? rest : { _id: kept, ...rest };
}

/** The document after the update; the one given may be altered on the way and must not be used again. */
export function applyUpdate(document: Doc, update: Update, { places, isInsert, now }: ApplyOptions): Doc {
  if (update.kind === 'replacement') return replaced(document, update.document);
  if (update.kind === 'pipeline') return replaced(document, update.apply(document));
  const id = document._id;
  const about = { document, isInsert, now };
  for (const change of update.changes) {
    for (const path of concretePaths(change, update, document, places))
      applyChange(document, path, change, about);
  }
  for (const rename of update.renames) applyRename(document, rename, about);
  refuseOtherId(id, document);
  return document;
}

import { refuse } from '../command-error';
import type { FilterNode, Place } from '../query/filter-node';
import { matches } from '../query/matcher';
import { valueAt } from '../query/paths';
import { sameValue } from '../values/compare';
import type { Doc } from '../values/types';
import type { About, Change, Outcome, Rename, Update } from './change';
import { comparePaths, isEveryElement, refuseCreatedConflicts } from './path-order';
import { assign, child, holderOf } from './path-holder';
import { applyRename } from './rename';
import { valueText } from '../values/value-text';

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
    else if (isEveryElement(part)) {
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

interface Step {
  readonly change: Change | Rename;
  readonly path: readonly string[];
}

/** Every change with each place it is made at, in order. */
function stepsOf(document: Doc, update: Update & { kind: 'changes' }, places: readonly Place[]): Step[] {
  const steps = update.changes.flatMap((change): Step[] =>
    'from' in change
      ? [{ change, path: change.parts }]
      : concretePaths(change, update, document, places).map((path) => ({ change, path })),
  );
  if (!update.changes.some(({ parts }) => parts.some((part) => part.startsWith('$')))) return steps;
  refuseCreatedConflicts(steps.map(({ path }) => path));
  return steps.toSorted((a, b) => comparePaths(a.path, b.path));
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
  for (const { change, path } of stepsOf(document, update, places)) {
    if ('from' in change) applyRename(document, change, about);
    else applyChange(document, path, change, about);
  }
  refuseOtherId(id, document);
  return document;
}

import { refuse } from '../../command-error';
import type { Computed } from '../../expressions/computed-fields';
import { isObject } from '../../values/types';

/** A tree of names: true where everything under it is meant. */
export type Names = Map<string, Names | true>;

/** Puts a dotted path into the tree; one above or below another is refused. */
export function addName(names: Names, path: string): void {
  let level = names;
  const parts = path.split('.');
  for (const [at, part] of parts.entries()) {
    const had = level.get(part);
    const last = at === parts.length - 1;
    if (had === true || (last && had)) {
      const rest = last ? '' : ` remaining portion ${parts.slice(at + 1).join('.')}`;
      refuse(last ? 'Location31250' : 'Location31249', `Path collision at ${path}${rest}`);
    }
    if (last) level.set(part, true);
    else {
      const next: Names = had ?? new Map();
      level.set(part, next);
      level = next;
    }
  }
}

/** Makes the way to a path, so that the documents on it are kept and the path itself is not. */
export function addParents(names: Names, path: string): void {
  let level = names;
  for (const part of path.split('.').slice(0, -1)) {
    const had = level.get(part);
    if (had === true) return;
    const next: Names = had ?? new Map();
    level.set(part, next);
    level = next;
  }
}

/**
 * What is named, in the order of the document; undefined when nothing can be. Where fields will be computed inside, what
 * is no document keeps its place: they come there.
 */
export function include(value: unknown, names: Names, computed?: Computed): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => include(item, names, computed));
    return computed ? items : items.filter((item) => item !== undefined);
  }
  if (!isObject(value)) return undefined;
  const kept: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    const wanted = names.get(name);
    if (!wanted) continue;
    const within = computed?.get(name);
    const below = within instanceof Map ? within : undefined;
    const result = wanted === true ? inner : include(inner, wanted, below);
    if (result !== undefined || below) kept.push([name, result]);
  }
  return Object.fromEntries(kept);
}

/** Everything but what is named. */
export function exclude(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, names));
  if (!isObject(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    const unwanted = names.get(name);
    if (unwanted !== true) kept.push([name, unwanted ? exclude(inner, unwanted) : inner]);
  }
  return Object.fromEntries(kept);
}

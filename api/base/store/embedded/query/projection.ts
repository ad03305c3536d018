import { notSupported, refuse } from '../command-error';
import { type Doc, asNumber, isNumber, isObject } from '../values/types';
import type { FilterNode, Place } from './filter-node';
import { matches } from './matcher';
import { hasOwn } from './paths';
import { parseFilter } from './parse-filter';
import { isTruthy } from './shape-tests';

/** A tree of names: true where everything under it is meant. */
type Names = Map<string, Names | true>;

/** What happens to one array besides being kept. */
type Cut = (array: unknown[], document: Doc) => unknown[] | undefined;

interface Parsed {
  readonly names: Names;
  mode: 'include' | 'exclude' | undefined;
  id: boolean | undefined;
  readonly cuts: Map<string, Cut>;
  readonly elementMatches: [path: string, keep: Cut][];
}

function addName(names: Names, path: string): void {
  let level = names;
  const parts = path.split('.');
  for (const [at, part] of parts.entries()) {
    const had = level.get(part);
    const last = at === parts.length - 1;
    if (had === true || (last && had)) {
      refuse(
        had === true && !last ? 'Location31249' : 'Location31249',
        `Path collision at ${path}${last ? '' : ` remaining portion ${parts.slice(at + 1).join('.')}`}`,
      );
    }
    if (last) level.set(part, true);
    else {
      const next: Names = had ?? new Map();
      level.set(part, next);
      level = next;
    }
  }
}

function sliceOf(operand: unknown): Cut {
  const [skip, count] = Array.isArray(operand) ? operand.map(asNumber) : [undefined, asNumber(operand)];
  if (count === undefined) return refuse('BadValue', '$slice only supports numbers and [skip, limit] arrays');
  if (!Array.isArray(operand)) return (array) => (count < 0 ? array.slice(count) : array.slice(0, count));
  if (count <= 0) refuse('BadValue', '$slice limit must be positive');
  const from = skip ?? 0;
  return (array) => {
    const start = from < 0 ? Math.max(0, array.length + from) : from;
    return array.slice(start, start + count);
  };
}

function elemMatchOf(operand: unknown): Cut {
  const filter = parseFilter({ item: { $elemMatch: operand } });
  return (array) => {
    const places: Place[] = [];
    return matches(filter, { item: array }, places) ? [array[places[0]?.index ?? 0]] : undefined;
  };
}

/** `a.$`: the element that satisfied the filter. */
function positionalOf(path: string, filter: FilterNode): Cut {
  return (array, document) => {
    const places: Place[] = [];
    matches(filter, document, places);
    const place = places.findLast((one) => one.path === path || one.path.startsWith(`${path}.`));
    if (!place)
      return refuse(
        'BadValue',
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return array.slice(place.index, place.index + 1);
  };
}

function setMode(parsed: Parsed, mode: 'include' | 'exclude', path: string): void {
  if (parsed.mode && parsed.mode !== mode) {
    const [does, is] = mode === 'exclude' ? ['exclusion', 'inclusion'] : ['inclusion', 'exclusion'];
    refuse(
      mode === 'exclude' ? 'Location31254' : 'Location31253',
      `Cannot do ${does} on field ${path} in ${is} projection`,
    );
  }
  parsed.mode = mode;
}

function parseOperator(parsed: Parsed, path: string, value: Doc): boolean {
  const [operator = ''] = Object.keys(value);
  if (operator === '$slice') {
    parsed.cuts.set(path, sliceOf(value.$slice));
    return true;
  }
  if (operator === '$elemMatch') {
    setMode(parsed, 'include', path);
    parsed.elementMatches.push([path, elemMatchOf(value.$elemMatch)]);
    return true;
  }
  return operator.startsWith('$') ? notSupported(`${operator} in a projection`) : false;
}

function parseField(parsed: Parsed, path: string, value: unknown, filter: FilterNode): void {
  if (isObject(value)) {
    if (parseOperator(parsed, path, value)) return;
    for (const [name, inner] of Object.entries(value)) parseField(parsed, `${path}.${name}`, inner, filter);
    return;
  }
  if (!isNumber(value) && typeof value !== 'boolean')
    notSupported(`a computed field (${path}) in a projection`);
  const wanted = isTruthy(value);
  if (path === '_id') {
    parsed.id = wanted;
    return;
  }
  if (path.endsWith('.$')) {
    const array = path.slice(0, -2);
    setMode(parsed, 'include', path);
    addName(parsed.names, array);
    parsed.cuts.set(array, positionalOf(array, filter));
    return;
  }
  setMode(parsed, wanted ? 'include' : 'exclude', path);
  addName(parsed.names, path);
}

function include(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => isObject(item) || Array.isArray(item)).map((item) => include(item, names));
  }
  if (!isObject(value)) return undefined;
  const kept: Doc = {};
  for (const [name, inner] of Object.entries(value)) {
    const wanted = names.get(name);
    if (!wanted) continue;
    const result = wanted === true ? inner : include(inner, wanted);
    if (result !== undefined) kept[name] = result;
  }
  return kept;
}

function exclude(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, names));
  if (!isObject(value)) return value;
  const kept: Doc = {};
  for (const [name, inner] of Object.entries(value)) {
    const unwanted = names.get(name);
    if (unwanted !== true) kept[name] = unwanted ? exclude(inner, unwanted) : inner;
  }
  return kept;
}

function cutAt(node: unknown, parts: readonly string[], cut: Cut, document: Doc): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return Array.isArray(node) ? cut(node, document) : node;
  if (Array.isArray(node)) return node.map((item) => cutAt(item, parts, cut, document));
  if (!isObject(node) || !hasOwn(node, part)) return node;
  return { ...node, [part]: cutAt(node[part], rest, cut, document) };
}

const withoutId = (document: Doc): Doc =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== '_id'));

function apply(parsed: Parsed, document: Doc): Doc {
  const { names, cuts, elementMatches, id } = parsed;
  const onlyId = !parsed.mode && id === true && cuts.size === 0;
  const mode = onlyId ? 'include' : parsed.mode;
  let result: Doc = document;
  if (mode === 'include') {
    const wanted: Names = new Map([
      ...names,
      ...[...cuts.keys()]
        .map((path): [string, true] => [path.split('.')[0] ?? path, true])
        .filter(([name]) => !names.has(name)),
    ]);
    if (id !== false) wanted.set('_id', true);
    result = include(document, wanted) as Doc;
  } else if (mode === 'exclude') result = exclude(document, names) as Doc;
  if (id === false) result = withoutId(result);
  for (const [path, cut] of cuts) result = cutAt(result, path.split('.'), cut, document) as Doc;
  for (const [path, keep] of elementMatches) {
    const array = document[path];
    const kept = Array.isArray(array) ? keep(array, document) : undefined;
    if (kept) result = { ...result, [path]: kept };
  }
  return result;
}

/** Reads a projection of `find`: inclusion, exclusion, `$slice`, `$elemMatch`, positional. */
export function parseProjection(projection: unknown, filter: FilterNode): (document: Doc) => Doc {
  if (projection === undefined || projection === null) return (document) => document;
  if (!isObject(projection))
    return refuse('TypeMismatch', "Expected field 'projection' to be of type object");
  const parsed: Parsed = {
    names: new Map(),
    mode: undefined,
    id: undefined,
    cuts: new Map(),
    elementMatches: [],
  };
  for (const [path, value] of Object.entries(projection)) parseField(parsed, path, value, filter);
  const idle = !parsed.mode && parsed.id === undefined && parsed.cuts.size === 0;
  return idle ? (document) => document : (document) => apply(parsed, document);
}

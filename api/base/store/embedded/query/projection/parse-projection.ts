import { notSupported, refuse } from '../../command-error';
import { type Computed, addComputed, withComputed } from '../../expressions/computed-fields';
import { parseExpression } from '../../expressions/expression';
import type { Variables } from '../../expressions/operator';
import { pathOf } from '../../expressions/names';
import { type Doc, isNumber, isObject } from '../../values/types';
import type { FilterNode } from '../filter-node';
import { isTruthy } from '../shape-tests';
import { type Cut, cutAt, elemMatchOf, isSlice, positionalOf, sliceOf } from './array-cuts';
import { type Names, addName, addParents, exclude, include } from './names';

interface Parsed {
  /** Every path there is, to see that none lies within another. */
  readonly paths: Names;
  readonly names: Names;
  mode: 'include' | 'exclude' | undefined;
  id: boolean | undefined;
  readonly cuts: Map<string, Cut>;
  readonly elementMatches: [path: string, keep: Cut][];
  readonly computed: Computed;
}

/** Where a projection stands. With a filter it is that of `find`, which has operators on arrays of its own. */
export interface ProjectionContext {
  readonly filter?: FilterNode;
  readonly variables: Variables;
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

/** True for an operator of `find` alone. */
function parseFindOperator(parsed: Parsed, path: string, value: Doc): boolean {
  if ('$slice' in value && isSlice(value.$slice)) {
    parsed.cuts.set(path, sliceOf(value.$slice));
    return true;
  }
  if ('$elemMatch' in value) {
    if (path.includes('.'))
      refuse('Location31275', `Cannot use $elemMatch projection on a nested field. Use $elemMatch: {${path}`);
    setMode(parsed, 'include', path);
    parsed.elementMatches.push([path, elemMatchOf(value.$elemMatch)]);
    return true;
  }
  return false;
}

function compute(parsed: Parsed, path: string, value: unknown, { variables }: ProjectionContext): void {
  if (parsed.mode === 'exclude')
    refuse('Location31310', `Cannot use an expression for ${path} in an exclusion projection`);
  parsed.mode = 'include';
  addName(parsed.paths, path);
  addParents(parsed.names, path);
  addComputed(parsed.computed, path, parseExpression(value, Object.keys(variables)));
}

function parsePositional(parsed: Parsed, path: string, filter: FilterNode): void {
  const array = path.slice(0, -2);
  setMode(parsed, 'include', path);
  addName(parsed.paths, array);
  addName(parsed.names, array);
  parsed.cuts.set(array, positionalOf(array, filter));
}

function parseObject(parsed: Parsed, path: string, value: Doc, context: ProjectionContext): void {
  const entries = Object.entries(value);
  if (entries.length === 0)
    refuse(
      'Location51270',
      `An empty sub-projection is not a valid value. Found empty object at path ${path}`,
    );
  if ('$meta' in value) notSupported('$meta in a projection');
  if (context.filter && parseFindOperator(parsed, path, value)) return;
  if (entries.some(([name]) => name.startsWith('$'))) compute(parsed, path, value, context);
  else for (const [name, inner] of entries) parseField(parsed, `${path}.${name}`, inner, context);
}

function parseField(parsed: Parsed, path: string, value: unknown, context: ProjectionContext): void {
  pathOf(context.filter && path.endsWith('.$') ? path.slice(0, -2) : path);
  if (isObject(value)) return parseObject(parsed, path, value, context);
  if (!isNumber(value) && typeof value !== 'boolean') return compute(parsed, path, value, context);
  const wanted = isTruthy(value);
  if (path === '_id') parsed.id = wanted;
  else if (path.endsWith('.$')) {
    if (!context.filter)
      refuse('Location31324', 'As of 4.4, it is illegal to specify positional operator in an aggregation');
    else parsePositional(parsed, path, context.filter);
  } else {
    setMode(parsed, wanted ? 'include' : 'exclude', path);
    addName(parsed.paths, path);
    addName(parsed.names, path);
  }
}

const withoutId = (document: Doc): Doc =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== '_id'));

function included({ names, cuts, computed, id }: Parsed, document: Doc): Doc {
  const ofCuts = [...cuts.keys()]
    .map((path): [string, true] => [path.split('.')[0] ?? path, true])
    .filter(([name]) => !names.has(name));
  const wanted: Names = new Map([...names, ...ofCuts]);
  if (id !== false && !computed.has('_id') && !names.has('_id')) wanted.set('_id', true);
  return include(document, wanted, computed) as Doc;
}

function apply(parsed: Parsed, document: Doc, variables: Variables): Doc {
  const { names, cuts, elementMatches, computed, id } = parsed;
  const onlyId = !parsed.mode && id === true && cuts.size === 0;
  const mode = onlyId ? 'include' : parsed.mode;
  let result = document;
  if (mode === 'include') result = included(parsed, document);
  else if (mode === 'exclude') result = exclude(document, names) as Doc;
  if (id === false) result = withoutId(result);
  for (const [path, cut] of cuts) result = cutAt(result, path.split('.'), cut, document) as Doc;
  for (const [path, keep] of elementMatches) {
    const array = document[path];
    const kept = Array.isArray(array) ? keep(array, document) : undefined;
    if (kept) result = { ...result, [path]: kept };
  }
  return computed.size > 0 ? (withComputed(result, computed, { root: document, variables }) as Doc) : result;
}

/** Reads a projection: inclusion, exclusion, computed fields and, of `find`, `$slice`, `$elemMatch` and positional. */
export function parseProjection(projection: unknown, context: ProjectionContext): (document: Doc) => Doc {
  if (projection === undefined || projection === null) return (document) => document;
  if (!isObject(projection))
    return refuse('TypeMismatch', "Expected field 'projection' to be of type object");
  const parsed: Parsed = {
    paths: new Map(),
    names: new Map(),
    mode: undefined,
    id: undefined,
    cuts: new Map(),
    elementMatches: [],
    computed: new Map(),
  };
  for (const [path, value] of Object.entries(projection)) parseField(parsed, path, value, context);
  const idle = !parsed.mode && parsed.id === undefined && parsed.cuts.size === 0;
  return idle ? (document) => document : (document) => apply(parsed, document, context.variables);
}

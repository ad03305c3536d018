import { Long } from 'bson';
import { refuse } from '../command-error';
import { pathOf } from '../expressions/names';
import { hasOwn } from '../query/paths';
import { type Doc, isObject } from '../values/types';
import { type ParseStage, each } from './stage';
import { withField } from './with-field';

/** The value at a path of documents; arrays on the way are not entered. */
function at(node: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return node;
  return isObject(node) && hasOwn(node, part) ? at(node[part], rest) : undefined;
}

interface Parts {
  readonly path: unknown;
  readonly includeArrayIndex?: unknown;
  readonly preserveNullAndEmptyArrays?: unknown;
}

function partsOf(given: unknown): Parts {
  if (!isObject(given)) return { path: given };
  const unknown = Object.keys(given).find(
    (name) => !['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name),
  );
  if (unknown) refuse('Location28811', `unrecognized option to $unwind stage: ${unknown}`);
  return given as unknown as Parts;
}

function fieldPath(path: unknown): readonly string[] {
  if (typeof path !== 'string') return refuse('Location28812', 'no path specified to $unwind stage');
  if (!path.startsWith('$'))
    refuse('Location28818', `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return pathOf(path.slice(1));
}

/** `$unwind`: a document for each element of an array. */
export const unwind: ParseStage = (given) => {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = partsOf(given);
  const parts = fieldPath(path);
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex.startsWith('$'))
  )
    refuse('Location28810', 'expected a non-empty string without $ for the includeArrayIndex option');
  if (preserveNullAndEmptyArrays !== undefined && typeof preserveNullAndEmptyArrays !== 'boolean')
    refuse('Location28809', 'expected a boolean for the preserveNullAndEmptyArrays option');
  const index = typeof includeArrayIndex === 'string' ? pathOf(includeArrayIndex) : undefined;
  const numbered = (document: Doc, place: unknown): Doc =>
    index ? withField(document, index, place) : document;
  return each((document) => {
    const value = at(document, parts);
    if (Array.isArray(value) && value.length > 0)
      return value.map((item, place) => numbered(withField(document, parts, item), Long.fromNumber(place)));
    const nothing = value === undefined || value === null || Array.isArray(value);
    if (nothing && preserveNullAndEmptyArrays !== true) return [];
    return [numbered(Array.isArray(value) ? withField(document, parts, undefined) : document, null)];
  });
};

import { refuse } from '../command-error';
import type { FilterNode } from '../query/filter-node';
import { parseFilter } from '../query/parse-filter';
import { ownEntry } from '../values/own-entry';
import { type Doc, isObject, typeName } from '../values/types';
import { ARRAY_OPERATORS } from './array-operators';
import type { Change, Rename, Update } from './change';
import { FIELD_OPERATORS } from './field-operators';
import type { Variables } from '../expressions/operator';
import { parsePipeline } from './parse-pipeline';
import { comparePaths, isEveryElement, refuseConflicts } from './path-order';
import { valueText } from '../values/value-text';

const ONLY_EXISTING = new Set(['$unset', '$pull', '$pullAll', '$pop']);
const PARSERS = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS };

function checkPath(path: string): readonly string[] {
  if (path === '') refuse('EmptyFieldName', 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) {
    refuse('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const last = parts.at(-1) ?? '';
  const dollar = parts.find((part) => part.startsWith('$') && part !== '$' && !isEveryElement(part));
  if (dollar && dollar === last && parts.length === 1) {
    refuse(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`,
    );
  }
  if (parts[0]?.startsWith('$')) {
    refuse('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  return parts;
}

function parseRename([from, to]: [string, unknown]): Rename {
  if (typeof to !== 'string')
    return refuse('BadValue', `The 'to' field for $rename must be a string: ${from}: ${valueText(to)}`);
  if (to === from)
    refuse('BadValue', `The source and target field for $rename must differ: ${from}: "${to}"`);
  const rename: Rename = { op: '$rename', from: checkPath(from), parts: checkPath(to) };
  if ([...rename.from, ...rename.parts].some((part) => part.startsWith('$'))) {
    refuse('BadValue', `The source and destination fields for $rename may not be dynamic: ${from}`);
  }
  return rename;
}

function parseArrayFilters(filters: unknown): Map<string, FilterNode> {
  const found = new Map<string, FilterNode>();
  if (filters === undefined) return found;
  if (!Array.isArray(filters)) return refuse('TypeMismatch', `arrayFilters must be an array`);
  for (const filter of filters) {
    if (!isObject(filter)) return refuse('TypeMismatch', 'Each array filter must be an object');
    const names = new Set(namesIn(filter));
    const [name] = names;
    if (names.size !== 1 || name === undefined) {
      return refuse(
        'FailedToParse',
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
      );
    }
    if (found.has(name))
      refuse('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    found.set(name, parseFilter(filter));
  }
  return found;
}

const namesIn = (filter: Doc): string[] =>
  Object.entries(filter).flatMap(([name, inner]) =>
    name.startsWith('$') && Array.isArray(inner)
      ? inner.flatMap((item: unknown) => (isObject(item) ? namesIn(item) : []))
      : [name.split('.')[0] ?? name],
  );

function refuseUnused(changes: readonly Change[], filters: ReadonlyMap<string, FilterNode>): void {
  const used = new Set(
    changes.flatMap(({ parts }) => parts.flatMap((part) => /^\$\[(.+)\]$/.exec(part)?.[1] ?? [])),
  );
  for (const name of used) {
    if (!filters.has(name))
      refuse(
        'BadValue',
        `No array filter found for identifier '${name}' in path '${changes.find(({ path }) => path.includes(`$[${name}]`))?.path}'`,
      );
  }
  for (const name of filters.keys()) {
    if (!used.has(name))
      refuse('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
  }
}

function parseOperator(op: string, fields: unknown): Change[] {
  const parse =
    ownEntry(PARSERS, op) ??
    refuse(
      'FailedToParse',
      `Unknown modifier: ${op}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  if (!isObject(fields)) {
    return refuse(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${op}: ${valueText(fields)}}`,
    );
  }
  return Object.entries(fields).map(([path, operand]) => ({
    op,
    path,
    parts: checkPath(path),
    apply: parse(operand, path),
    onlyExisting: ONLY_EXISTING.has(op),
  }));
}

function parseChanges(update: Doc, arrayFilters: unknown): Update {
  const { $rename, ...operators } = update;
  if ($rename !== undefined && !isObject($rename)) {
    return refuse(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeName($rename)} instead. For example: {$mod: {<field>: ...}} not {$rename: ${valueText($rename)}}`,
    );
  }
  const renames = Object.entries($rename ?? {}).map(parseRename);
  const changes = Object.entries(operators).flatMap(([op, fields]) => parseOperator(op, fields));
  refuseConflicts([
    ...changes.map(({ parts }) => parts),
    ...renames.flatMap(({ from, parts }) => [from, parts]),
  ]);
  const filters = parseArrayFilters(arrayFilters);
  refuseUnused(changes, filters);
  return {
    kind: 'changes',
    changes: [...changes, ...renames].toSorted((a, b) => comparePaths(a.parts, b.parts)),
    arrayFilters: filters,
  };
}

/** Reads an update: operators, a whole new document or a pipeline; every fault that needs no document is found here. */
export function parseUpdate(update: unknown, variables: Variables, arrayFilters?: unknown): Update {
  if (Array.isArray(update)) {
    if (Array.isArray(arrayFilters) && arrayFilters.length > 0)
      refuse('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
    return parsePipeline(update, variables);
  }
  if (!isObject(update))
    return refuse('FailedToParse', 'Update argument must be either an object or an array');
  const names = Object.keys(update);
  if (names[0]?.startsWith('$')) return parseChanges(update, arrayFilters);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator) {
    refuse(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  if (Array.isArray(arrayFilters) && arrayFilters.length > 0) {
    refuse('FailedToParse', 'arrayFilters may not be specified for replacement-style updates');
  }
  return { kind: 'replacement', document: update };
}

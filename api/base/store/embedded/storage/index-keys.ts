import { refuse } from '../command-error';
import { matches } from '../query/matcher';
import { hasOwn, isPlace } from '../query/paths';
import { ByteWriter } from '../values/byte-writer';
import { EMPTY_ARRAY_KEY, writeValue } from '../values/key-bytes';
import { type Doc, isObject } from '../values/types';
import type { IndexField, IndexInfo } from './catalog';
import { FIELDS_LIMIT, cutKey } from './key-space';

/** How far the walk along one field's path has come. `open`: it stands at an array that has yet to be spread. */
interface Walk {
  readonly field: IndexField;
  readonly node: unknown;
  readonly at: number;
  readonly open: boolean;
  readonly empty?: boolean;
}

/** Goes down documents by name and arrays by place, until the end or the first array to spread. */
function advance({ field, node, at }: Walk): Walk {
  let value = node;
  let step = at;
  for (; step < field.parts.length; step++) {
    const part = field.parts[step] ?? '';
    if (Array.isArray(value)) {
      if (!isPlace(part)) return { field, node: value, at: step, open: true };
      value = value[Number(part)];
    } else value = isObject(value) && hasOwn(value, part) ? value[part] : undefined;
  }
  return { field, node: value, at: step, open: Array.isArray(value) };
}

/** The walk as it goes on inside one element. At the end of the path the element counts as it is, arrays included. */
function into({ field, at }: Walk, element: unknown): Walk {
  if (at >= field.parts.length) return { field, node: element, at, open: false };
  if (!isObject(element)) return { field, node: undefined, at: field.parts.length, open: false };
  return advance({ field, node: element, at, open: false });
}

function spread(walks: readonly Walk[]): readonly Walk[][] {
  const open = walks.filter((walk) => walk.open);
  const first = open[0];
  if (!first) return [[...walks]];
  const array = first.node as unknown[];
  const other = open.find(({ node }) => node !== array);
  if (other) {
    const names = [other, first].map(({ field }) => `[${field.parts.at(-1)}]`);
    refuse('CannotIndexParallelArrays', `cannot index parallel arrays ${names.join(' ')}`);
  }
  if (array.length === 0) return [walks.map((walk) => (walk.open ? emptied(walk) : walk))];
  return array.flatMap((element) => spread(walks.map((walk) => (walk.open ? into(walk, element) : walk))));
}

const emptied = (walk: Walk): Walk => ({
  ...walk,
  node: undefined,
  open: false,
  empty: walk.at >= walk.field.parts.length,
});

function bytesOf(walks: readonly Walk[]): Buffer {
  const out = new ByteWriter();
  for (const { field, node, empty } of walks) {
    const start = out.length;
    if (empty) out.bytes(EMPTY_ARRAY_KEY);
    else writeValue(out, node);
    if (field.direction < 0) out.invertFrom(start);
  }
  return out.copyFrom(0);
}

export interface IndexKeys {
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
  readonly cut: boolean;
}

const NONE: IndexKeys = { keys: [], multikey: false, cut: false };

/** The keys under which an index holds a document: none, one, or one for each element of an array. */
export function indexKeys(index: IndexInfo, document: Doc): IndexKeys {
  if (index.partial && !matches(index.partial.node, document)) return NONE;
  const walks = index.fields.map((field) => advance({ field, node: document, at: 0, open: false }));
  if (index.sparse && walks.every(({ node, open }) => !open && node === undefined)) return NONE;
  const whole = spread(walks).map(bytesOf);
  const unique =
    whole.length < 2 ? whole : [...new Map(whole.map((key) => [key.toString('latin1'), key])).values()];
  return {
    keys: unique.map((key) => cutKey(key, FIELDS_LIMIT)),
    multikey: walks.some(({ open }) => open),
    cut: unique.some((key) => key.length > FIELDS_LIMIT),
  };
}

/** What the client is told about a duplicate: the values of the entry whose key is this. */
export function keyValue(index: IndexInfo, document: Doc, key: Buffer): Doc {
  const walks = index.fields.map((field) => advance({ field, node: document, at: 0, open: false }));
  const entries = spread(walks);
  const entry = entries.find((candidate) => cutKey(bytesOf(candidate), FIELDS_LIMIT).equals(key)) ?? walks;
  return Object.fromEntries(entry.map(({ field, node }) => [field.path, node ?? null]));
}

import { refuse } from '../command-error';
import { ByteWriter } from '../values/byte-writer';
import { EMPTY_ARRAY_KEY, keyBytes } from '../values/key-bytes';
import { type Doc, asNumber, isObject } from '../values/types';
import { visitPath } from './paths';

/** Fields in order of importance: 1 ascending, -1 descending. */
export type SortSpec = readonly {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}[];

/** Reads a sort document. */
export function parseSort(sort: unknown): SortSpec {
  if (sort === undefined || sort === null) return [];
  if (!isObject(sort)) return refuse('TypeMismatch', "Expected field 'sort' to be of type object");
  return Object.entries(sort).map(([path, order]) => {
    const direction = asNumber(order);
    if (direction === undefined)
      return refuse('NotImplemented', `sort by an expression ($meta) is not supported by the embedded store`);
    if (direction !== 1 && direction !== -1) {
      return refuse('BadValue', '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, parts: path.split('.'), direction };
  });
}

/** Smallest (or greatest) of the values at a path: what MongoDB sorts an array by. */
function extremeAt(document: Doc, parts: readonly string[], direction: 1 | -1): Buffer {
  let best: Buffer | undefined;
  const consider = (bytes: Buffer): void => {
    if (!best || Buffer.compare(bytes, best) * direction < 0) best = bytes;
  };
  visitPath(document, parts, (value) => {
    if (!Array.isArray(value)) consider(keyBytes(value));
    else if (value.length === 0) consider(EMPTY_ARRAY_KEY);
    else for (const item of value) consider(keyBytes(item));
    return false;
  });
  return best ?? keyBytes(null);
}

/** Bytes that sort documents by the whole specification. */
export function sortKey(document: Doc, spec: SortSpec): Buffer {
  const out = new ByteWriter();
  for (const { parts, direction } of spec) {
    const start = out.length;
    out.bytes(extremeAt(document, parts, direction));
    if (direction < 0) out.invertFrom(start);
  }
  return out.copyFrom(0);
}

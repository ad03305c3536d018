import { DBRef } from 'bson';
import { type Doc, isObject } from './types';

/** The fields of a DBRef: the only names of a path that may begin with a dollar. */
export const OF_DBREF: readonly string[] = ['$ref', '$id', '$db'];

/** A DBRef as the document it is stored as. */
export function plainDbRef(ref: DBRef): Doc {
  const database = ref.db ? { $db: ref.db } : {};
  return { $ref: ref.collection, $id: ref.oid, ...database, ...ref.fields };
}

/** True when some document within might be read as a DBRef. */
export const mayHoldDbRef = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('$ref\0');

/** The value with every DBRef as the document it is: paths, filters and expressions look into it like into any other. */
export function withoutDbRefs<T>(value: T): T;
export function withoutDbRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutDbRefs(item));
  if (!isObject(value)) return value;
  const fields = Object.entries(value instanceof DBRef ? plainDbRef(value) : value);
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutDbRefs(inner)]));
}

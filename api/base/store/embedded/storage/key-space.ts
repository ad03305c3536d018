import { createHash } from 'node:crypto';
import { ByteWriter } from '../values/byte-writer';
import { writeValue } from '../values/key-bytes';

/*
 * One ordered space of keys, each starting with four bytes that say whose it is:
 *   0 …                                         the catalog, the format, the owner
 *   collection, key of _id                      → the document, as BSON
 *   index, keys of its fields, key of _id       → key of _id
 * LMDB's keys end at 1,978 bytes; longer ones keep their beginning and end in a hash of the whole.
 */

const HASH_BYTES = 32;
/** Longest key of an `_id` and of an index's fields together, in bytes. */
export const ID_LIMIT = 500;
export const FIELDS_LIMIT = 1400;
/** How much of a cut key is still in order. */
export const orderedPart = (limit: number): number => limit - HASH_BYTES;

/** The bytes, or, when they are too many, their beginning and a hash. */
export function cutKey(bytes: Buffer, limit: number): Buffer {
  if (bytes.length <= limit) return bytes;
  const hash = createHash('sha256').update(bytes).digest();
  return Buffer.concat([bytes.subarray(0, orderedPart(limit)), hash]);
}

/** The key of an `_id` within its collection. */
export function idKey(id: unknown): Buffer {
  const out = new ByteWriter();
  writeValue(out, id);
  return cutKey(out.copyFrom(0), ID_LIMIT);
}

/** Four bytes of the collection or index, then the parts. */
export function keyOf(space: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 4);
  const key = Buffer.allocUnsafe(length);
  let at = key.writeUInt32BE(space, 0);
  for (const part of parts) {
    key.set(part, at);
    at += part.length;
  }
  return key;
}

/** The first key after all that begin with these bytes. */
export function afterPrefix(prefix: Uint8Array): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  const key = Buffer.from(prefix.subarray(0, length));
  if (length > 0) key[length - 1] = (key[length - 1] ?? 0) + 1;
  return key;
}

import { crc32 } from 'node:zlib';
import { decode } from '../values/raw-document';
import type { Doc } from '../values/types';

/*
 * LMDB does not notice a flipped bit. A document is stored as its BSON and four bytes more: the CRC-32 of it, little-endian.
 * BSON begins with its own length, so a value of exactly that length is one of before, without a sum.
 */

const SUM_BYTES = 4;
/** The shortest BSON: its length and the zero that ends it. */
const SHORTEST = 5;

/** A stored value is not what was written. The message says why and quotes nothing of it. */
export class DamagedValue extends Error {}

/** The value that keeps a document: its bytes and their sum. */
export function checkedValue(raw: Buffer): Buffer {
  const value = Buffer.allocUnsafe(raw.length + SUM_BYTES);
  value.set(raw);
  value.writeUInt32LE(crc32(raw), raw.length);
  return value;
}

/** The bytes of the document that a value keeps, in place; throws DamagedValue. */
export function rawOf(value: Buffer): Buffer {
  const length = value.length < SHORTEST ? Number.NaN : value.readInt32LE(0);
  if (value.length === length) return value;
  if (value.length !== length + SUM_BYTES) throw new DamagedValue('its length is not the one it says');
  const raw = value.subarray(0, length);
  if (crc32(raw) !== value.readUInt32LE(length)) throw new DamagedValue('its bytes do not have their sum');
  return raw;
}

/** What a stored value says: the bytes of its document and the document; throws DamagedValue. */
export function documentOf(value: Buffer): { readonly raw: Buffer; readonly document: Doc } {
  const raw = rawOf(value);
  try {
    return { raw, document: decode(raw) };
  } catch {
    throw new DamagedValue('it is not well-formed BSON');
  }
}

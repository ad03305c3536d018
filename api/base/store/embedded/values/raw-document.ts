import { type Document, ObjectId, calculateObjectSize, deserialize, onDemand, serialize } from 'bson';
import { refuse } from '../command-error';
import { OF_DBREF, mayHoldDbRef, withoutDbRefs } from './db-ref';
import { type Doc, isObject } from './types';

/** Largest document, as in MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

/** Reads BSON; numbers keep their width. */
export function decode(bytes: Uint8Array): Doc {
  const document: Doc = deserialize(bytes, KEEP_TYPES);
  return mayHoldDbRef(bytes) ? withoutDbRefs(document) : document;
}

const tooLarge = (size: number): never =>
  refuse('BSONObjectTooLarge', `object too large. size in bytes: ${size}, max size: ${MAX_DOCUMENT_BYTES}`);

/** Writes BSON; what is larger than a document may be is refused. */
export function encode(document: Document): Buffer {
  const bytes = serialized(document);
  // Past its own room bson goes on counting, but writes no more.
  return bytes.length > MAX_DOCUMENT_BYTES ? tooLarge(bytes.length) : bytes;
}

function serialized(document: Document): Buffer {
  try {
    return Buffer.from(serialize(document, { ignoreUndefined: false }));
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_OUT_OF_RANGE') throw cause;
    return tooLarge(calculateObjectSize(document, { ignoreUndefined: false }));
  }
}

/** The elements of a document in place: type, offsets of name and value, and their lengths. */
const elements = (bytes: Uint8Array) => [...onDemand.parseToElements(bytes)];

function withFirst(element: Uint8Array, bytes: Uint8Array, from: number, to: number): Buffer {
  const size = bytes.length + (to === from ? element.length : 0);
  const out = Buffer.allocUnsafe(size);
  out.writeInt32LE(size, 0);
  out.set(element, 4);
  out.set(bytes.subarray(4, from), 4 + element.length);
  out.set(bytes.subarray(to), 4 + element.length + from - 4);
  return out;
}

const OBJECT = 3;
const REGEX = 11;

/** Names with a dollar may be anywhere in a document since MongoDB 5.0, but within `_id`: there only a DBRef's own. */
function refuseDollars(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const isDbRef = isObject(value) && '$ref' in value && '$id' in value;
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('$') && !(isDbRef && OF_DBREF.includes(name)))
      refuse('DollarPrefixedFieldName', `${name} is not valid for storage.`);
    refuseDollars(inner);
  }
}

function refuseAsId(type: number, value: Uint8Array): void {
  if (type === REGEX) refuse('BadValue', "can't use a regex for _id");
  if (type === OBJECT) refuseDollars(decode(value));
}

/**
 * The document as MongoDB would store it on insert: `_id` first, made when it is missing; everything else byte by byte
 * as it was sent.
 */
export function withIdFirst(bytes: Uint8Array): Buffer {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    refuse(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: 16777216`,
    );
  }
  for (const [index, [type, nameOffset, nameLength, offset, length]] of elements(bytes).entries()) {
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + nameOffset, nameLength);
    if (name.toString('latin1') !== '_id') continue;
    refuseAsId(type, bytes.subarray(offset, offset + length));
    if (index === 0) return Buffer.from(bytes);
    const from = nameOffset - 1;
    return withFirst(bytes.subarray(from, offset + length), bytes, from, offset + length);
  }
  const own = serialize({ _id: new ObjectId() });
  return withFirst(own.subarray(4, own.length - 1), bytes, 4, 4);
}

import type { Document, Long, Timestamp } from 'bson';
import { encode } from '../values/raw-document';

/*
 * A reply with a batch is put together from the stored bytes of its documents: they are not read and written again.
 * Layout of BSON: length, elements (type, name, value), a zero.
 */

const ARRAY = 4;
const DOCUMENT = 3;

function element(type: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);
}

function wrap(elements: readonly Buffer[]): Buffer {
  const length = elements.reduce((sum, part) => sum + part.length, 5);
  const size = Buffer.alloc(4);
  size.writeInt32LE(length);
  return Buffer.concat([size, ...elements, Buffer.alloc(1)], length);
}

const inside = (document: Document): Buffer => {
  const bytes = encode(document);
  return bytes.subarray(4, bytes.length - 1);
};

function arrayOf(documents: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  for (const [index, document] of documents.entries()) {
    parts.push(Buffer.from(`${String.fromCharCode(DOCUMENT)}${index}\0`, 'latin1'), document);
  }
  return wrap(parts);
}

/** `{cursor: {firstBatch|nextBatch, id, ns}, ok: 1}` as bytes; with the instant that a snapshot is of. */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
  id: Long,
  ns: string,
  atClusterTime?: Timestamp,
): Buffer {
  const about = atClusterTime ? { id, ns, atClusterTime } : { id, ns };
  const cursor = wrap([element(ARRAY, batchName, arrayOf(batch)), inside(about)]);
  return wrap([element(DOCUMENT, 'cursor', cursor), inside({ ok: 1 })]);
}

import type { Document } from 'bson';
import { decode, encode } from '../values/raw-document';
import type { Doc } from '../values/types';

/** What a client asks, with the documents of its kind-1 sections as the bytes that came. */
export interface Request {
  readonly id: number;
  /** The old way of asking, used once for the first handshake. */
  readonly legacy: boolean;
  readonly body: Doc;
  readonly sections: ReadonlyMap<string, readonly Uint8Array[]>;
  /** The client waits for no answer. */
  readonly silent: boolean;
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
const MORE_TO_COME = 2;
const CHECKSUM_PRESENT = 1;
const CHECKSUM_BYTES = 4;

export const MAX_MESSAGE_BYTES = 48_000_000;

/** A message that no driver sends: the connection is closed. */
export class BadMessage extends Error {}

function documentsOf(bytes: Buffer): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > bytes.length)
      throw new BadMessage('a document of a section has a wrong length');
    found.push(bytes.subarray(at, at + size));
    at += size;
  }
  return found;
}

function readSections(bytes: Buffer): { body: Doc; sections: Map<string, readonly Uint8Array[]> } {
  const sections = new Map<string, readonly Uint8Array[]>();
  let body: Doc | undefined;
  for (let at = 0; at < bytes.length;) {
    const kind = bytes.readUInt8(at);
    const size = bytes.readInt32LE(at + 1);
    if (size < 5 || at + 1 + size > bytes.length) throw new BadMessage('a section has a wrong length');
    const content = bytes.subarray(at + 1, at + 1 + size);
    if (kind === 0) body = decode(content);
    else if (kind === 1) {
      const end = content.indexOf(0, 4);
      sections.set(content.toString('utf8', 4, end), documentsOf(content.subarray(end + 1)));
    } else throw new BadMessage(`section of unknown kind ${kind}`);
    at += 1 + size;
  }
  if (!body) throw new BadMessage('a message without body');
  return { body, sections };
}

/** Reads one whole message. */
export function readMessage(bytes: Buffer): Request {
  const id = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  if (opcode === OP_MSG) {
    const flags = bytes.readUInt32LE(HEADER_BYTES);
    const end = bytes.length - (flags & CHECKSUM_PRESENT ? CHECKSUM_BYTES : 0);
    const parts = readSections(bytes.subarray(HEADER_BYTES + 4, end));
    return { id, legacy: false, ...parts, silent: (flags & MORE_TO_COME) !== 0 };
  }
  if (opcode === OP_QUERY) {
    // flags, collection name, skip, limit, then the query.
    const end = bytes.indexOf(0, HEADER_BYTES + 4);
    const body = decode(bytes.subarray(end + 9));
    return { id, legacy: true, body: { ...body, $db: 'admin' }, sections: new Map(), silent: false };
  }
  throw new BadMessage(`unknown operation ${opcode}`);
}

function withHeader(parts: readonly Buffer[], answered: number, opcode: number, id: number): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, HEADER_BYTES);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(length, 0);
  header.writeInt32LE(id, 4);
  header.writeInt32LE(answered, 8);
  header.writeInt32LE(opcode, 12);
  return Buffer.concat([header, ...parts], length);
}

/** The answer to a request, in the form it was asked in. */
export function writeReply(request: Request, reply: Document | Buffer, id: number): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : encode(reply);
  if (!request.legacy) return withHeader([Buffer.alloc(5), body], request.id, OP_MSG, id);
  // flags, cursor, first, number of documents.
  const preamble = Buffer.alloc(20);
  preamble.writeInt32LE(8, 0);
  preamble.writeInt32LE(1, 16);
  return withHeader([preamble, body], request.id, OP_REPLY, id);
}

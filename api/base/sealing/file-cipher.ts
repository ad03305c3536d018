import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { firstBytes, segments } from './byte-segments';
import type { Keys, SealingKey } from './keys';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What sealed files are for: one of one use never passes for one of another. */
export type FilePurpose = 'anexo' | 'respaldo';

/** Seals files of any size in bounded memory. */
export interface FileCipher {
  seal(plain: Bytes): AsyncGenerator<Buffer>;
  /** The plain bytes; throws, before giving the altered part, when the file was altered, cut or reordered. */
  open(sealed: Bytes): AsyncGenerator<Buffer>;
}

// File: MAGIC, key id (8), salt (16), then segments of 64 KiB, each with its tag.
const MAGIC = { anexo: Buffer.from('ANX1'), respaldo: Buffer.from('RSP1') } as const;
const MAGIC_BYTES = 4;
const HEADER = MAGIC_BYTES + 8 + 16;
const SEGMENT = 64 * 1024;
const TAG = 16;

const fileKey = (master: Buffer, salt: Buffer, purpose: FilePurpose): Buffer =>
  Buffer.from(hkdfSync('sha256', master, salt, purpose, 32));

// The key is of this file alone, so a counter is a safe nonce. The last segment says so in its nonce: a cut shows.
function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 0);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

async function* seal({ id, clave }: SealingKey, purpose: FilePurpose, plain: Bytes): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const header = Buffer.concat([MAGIC[purpose], Buffer.from(id, 'base64url'), salt]);
  const key = fileKey(clave, salt, purpose);
  yield header;
  let index = 0;
  for await (const { bytes, last } of segments(plain, SEGMENT)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last)).setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

type Masters = ReadonlyMap<string, Buffer>;

function keyOfHeader(masters: Masters, purpose: FilePurpose, header: Buffer): Buffer {
  if (header.length < HEADER || !header.subarray(0, MAGIC_BYTES).equals(MAGIC[purpose])) {
    throw new Error('not a sealed file');
  }
  const id = header.subarray(MAGIC_BYTES, MAGIC_BYTES + 8).toString('base64url');
  const master = masters.get(id);
  if (!master) throw new Error(`no sealing key ${id} in this installation`);
  return fileKey(master, header.subarray(MAGIC_BYTES + 8), purpose);
}

async function* each(source: Bytes): AsyncGenerator<Uint8Array> {
  yield* source;
}

async function* open(masters: Masters, purpose: FilePurpose, sealed: Bytes): AsyncGenerator<Buffer> {
  const source = each(sealed);
  try {
    const { first: header, rest } = await firstBytes(source, HEADER);
    const key = keyOfHeader(masters, purpose, header);
    let index = 0;
    for await (const { bytes, last } of segments(rest, SEGMENT + TAG)) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last), { authTagLength: TAG });
      decipher.setAAD(header).setAuthTag(bytes.subarray(-TAG));
      yield Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
      index += 1;
    }
  } finally {
    // Whatever stopped the reading, the file behind it is closed.
    await source.return(undefined);
  }
}

/** Seals with the last of the master keys; opens with whichever the file names. */
export function createFileCipher(
  { sellado }: Pick<Keys, 'sellado'>,
  purpose: FilePurpose = 'anexo',
): FileCipher {
  const masters = new Map(sellado.map(({ id, clave }) => [id, clave]));
  const current = sellado.at(-1) ?? sellado[0];
  return {
    seal: (plain) => seal(current, purpose, plain),
    open: (sealed) => open(masters, purpose, sealed),
  };
}

import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createFileCipher } from '../../../../api/base/sealing/file-cipher';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';

const keys = parseKeys(newKeyFile('AUTOGENERADA'));
const cipher = createFileCipher(keys);
const HEADER = 28;
const SEALED_SEGMENT = 65_536 + 16;

async function all(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'of %i bytes opens to the same',
    async (length) => {
      const plain = randomBytes(length);
      expect((await all(cipher.open(cipher.seal([plain])))).equals(plain)).toBe(true);
    },
  );

  it('cut exactly where a segment ends does not pass for a whole one', async () => {
    const sealed = await all(cipher.seal([randomBytes(150_000)]));
    for (const at of [HEADER, HEADER + SEALED_SEGMENT, HEADER + 2 * SEALED_SEGMENT]) {
      await expect(all(cipher.open([sealed.subarray(0, at)]))).rejects.toBeDefined();
    }
  });

  it('with two segments exchanged, or one repeated, does not open', async () => {
    const sealed = await all(cipher.seal([randomBytes(200_000)]));
    const part = (n: number): Buffer =>
      sealed.subarray(HEADER + n * SEALED_SEGMENT, HEADER + (n + 1) * SEALED_SEGMENT);
    const head = sealed.subarray(0, HEADER);
    for (const order of [
      [1, 0, 2, 3],
      [0, 0, 2, 3],
      [0, 1, 1, 2, 3],
      [0, 2, 3],
    ]) {
      await expect(all(cipher.open([head, ...order.map(part)]))).rejects.toBeDefined();
    }
  });

  it('does not repeat itself for the same content', async () => {
    const plain = randomBytes(100);
    const [one, other] = [await all(cipher.seal([plain])), await all(cipher.seal([plain]))];
    expect(one.subarray(HEADER).equals(other.subarray(HEADER))).toBe(false);
  });

  it('of one use does not open as one of another, whatever its beginning says', async () => {
    const backups = createFileCipher(keys, 'respaldo');
    const sealed = await all(cipher.seal([Buffer.from('a manifest that a citizen wrote')]));
    await expect(all(backups.open([sealed]))).rejects.toThrow('not a sealed file');
    sealed.write('RSP1', 0, 'latin1');
    await expect(all(backups.open([sealed]))).rejects.toBeDefined();
  });

  it('closes what it reads when it is not one', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Buffer> {
      try {
        yield Buffer.from('this is not a sealed file, at all');
        yield Buffer.alloc(10);
      } finally {
        closed = true;
      }
    }
    await expect(all(cipher.open(source()))).rejects.toThrow('not a sealed file');
    expect(closed).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { serialize } from 'bson';
import * as fc from 'fast-check';
import { bsonDocuments } from '../../../api/respaldo/bson-documents';

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function cut(bytes: Buffer, sizes: readonly number[]): Promise<Buffer[]> {
  const found: Buffer[] = [];
  for await (const document of bsonDocuments(pieces(bytes, sizes))) found.push(Buffer.from(document));
  return found;
}

const documents = fc.array(
  fc.string({ maxLength: 50 }).map((a) => Buffer.from(serialize(a === '' ? {} : { a }))),
  { maxLength: 10 },
);
const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 });

describe('documents that lie one after another', () => {
  it('are told apart in whatever pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(documents, sizes, async (all, lengths) => {
        expect(await cut(Buffer.concat(all), lengths)).toEqual(all);
      }),
    );
  });

  it('are refused when the last is cut or a length is impossible', async () => {
    const one = Buffer.from(serialize({ a: 'texto' }));
    for (let at = 1; at < one.length; at++)
      await expect(cut(one.subarray(0, at), [3])).rejects.toThrow('is cut');
    await expect(cut(Buffer.from([4, 0, 0, 0, 0]), [5])).rejects.toThrow(/a document of \d+ bytes/);
    await expect(cut(Buffer.from([255, 255, 255, 127, 0]), [5])).rejects.toThrow(/a document of \d+ bytes/);
  });
});

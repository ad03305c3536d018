import { createHash } from 'node:crypto';
import type { AnexoContent } from './anexos';

/** Bytes on their way to a store, hashed and counted as they pass. */
export interface Measured {
  readonly bytes: AsyncGenerator<Uint8Array>;
  /** True once more than the limit came: what passed is to be thrown away. */
  tooLarge(): boolean;
  /** What passed; only after the last byte. */
  result(): { readonly sha256: string; readonly bytes: number };
}

/** Measures a content, and stops reading it past `maxBytes`. */
export function measured(content: AnexoContent, maxBytes: number): Measured {
  const hash = createHash('sha256');
  let count = 0;
  async function* pass(): AsyncGenerator<Uint8Array> {
    // A Buffer is also a list of numbers: it must pass as one piece.
    for await (const chunk of ArrayBuffer.isView(content) ? [content] : content) {
      count += chunk.length;
      if (count > maxBytes) return;
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    bytes: pass(),
    tooLarge: () => count > maxBytes,
    result: () => ({ sha256: hash.digest('hex'), bytes: count }),
  };
}

/** The same bytes, failing at the end when they are not those of that name. */
export async function* checked(source: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new Error('the content is not the one of its name');
}

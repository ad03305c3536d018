import { createHash } from 'node:crypto';

/** Documents on their way, counted and hashed as they pass. */
export interface Counted {
  readonly documents: AsyncGenerator<Buffer>;
  /** What passed; only after the last one. */
  result(): { readonly documentos: number; readonly bytes: number; readonly sha256: string };
}

export function counted(source: AsyncIterable<Buffer>): Counted {
  const hash = createHash('sha256');
  let documentos = 0;
  let bytes = 0;
  async function* pass(): AsyncGenerator<Buffer> {
    for await (const document of source) {
      documentos += 1;
      bytes += document.length;
      hash.update(document);
      yield document;
    }
  }
  return { documents: pass(), result: () => ({ documentos, bytes, sha256: hash.digest('hex') }) };
}

/** What a source adds up to. */
export async function totalOf(source: AsyncIterable<Buffer>): Promise<ReturnType<Counted['result']>> {
  const passing = counted(source);
  for await (const document of passing.documents) void document;
  return passing.result();
}

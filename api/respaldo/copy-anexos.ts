import { type AnexosStore, END_OF_TIME } from '../base/anexos/anexos';
import { anexoFile, listLine } from './archive';
import type { Content, SealedFolder } from './sealed-folder';

export interface CopyDeps {
  readonly folder: SealedFolder;
  readonly anexos: AnexosStore;
  /** Whether it is the whole store that failed, not one attachment. */
  readonly isStoreFault: (cause: unknown) => boolean;
}

/** What was copied so far. */
export interface Copied {
  cuantos: number;
  bytes: number;
  /** Attachments that cannot be read any more, by the hash of their content. */
  readonly ilegibles: string[];
}

/** Copies every attachment and gives the line of each for the list. One that cannot be read is told apart, not copied. */
export async function* copyAnexos(deps: CopyDeps, copied: Copied): AsyncGenerator<Buffer> {
  for await (const sha256 of deps.anexos.storedBefore(END_OF_TIME)) {
    const source = await deps.anexos.get(sha256);
    // Nothing referred to it, and it was swept meanwhile.
    if (!source) continue;
    const content = await copyOne(deps, anexoFile(copied.cuantos), source);
    if (!content) {
      copied.ilegibles.push(sha256);
      continue;
    }
    copied.cuantos += 1;
    copied.bytes += content.bytes;
    yield listLine({ sha256, bytes: content.bytes });
  }
}

/** Undefined when the attachment itself cannot be read. */
async function copyOne(
  { folder, isStoreFault }: CopyDeps,
  name: string,
  source: AsyncIterable<Uint8Array>,
): Promise<Content | undefined> {
  const reading = { failed: false };
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (cause) {
      reading.failed = !isStoreFault(cause);
      throw cause;
    }
  }
  try {
    return await folder.write(name, watched());
  } catch (cause) {
    if (!reading.failed) throw cause;
    await folder.remove(name);
    return undefined;
  }
}

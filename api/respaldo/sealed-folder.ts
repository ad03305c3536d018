import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, syncFolder } from '../base/anexos/durable-files';
import { measured } from '../base/anexos/measured';
import type { FileCipher } from '../base/sealing/file-cipher';

/** What passed into a file or out of it, before sealing. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

/** Sealed files under one folder, by names like `anexos/0000/000`. */
export interface SealedFolder {
  /** Writes a file that must not be there; on disk when it answers. */
  write(name: string, plain: AsyncIterable<Uint8Array>): Promise<Content>;
  /** Takes back a file that was not written whole. */
  remove(name: string): Promise<void>;
  /** The plain bytes; throws, before giving the altered part, when the file is not what was written. */
  read(name: string): AsyncGenerator<Buffer>;
  /** Makes the names of all that was written durable. */
  sync(): Promise<void>;
}

/**
 * So much waits for the disk at most: a slow one would otherwise keep the last sync waiting for minutes, in which the
 * store forgets the instant that is being read, and everyone else who writes to that disk would wait too.
 */
const UNSYNCED_BYTES = 8 * 1024 * 1024;

async function writeDurably(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  let unsynced = 0;
  try {
    for await (const piece of pieces) {
      await handle.appendFile(piece);
      unsynced += piece.length;
      if (unsynced < UNSYNCED_BYTES) continue;
      await handle.datasync();
      unsynced = 0;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const CANNOT_SYNC: readonly unknown[] = ['EINVAL', 'ENOTSUP'];

/** Makes the names in a folder durable; folders shared over the network know of no such thing, and need none. */
export async function syncNames(path: string): Promise<void> {
  try {
    await syncFolder(path);
  } catch (cause) {
    if (!CANNOT_SYNC.includes(codeOf(cause))) throw cause;
  }
}

export function createSealedFolder(root: string, cipher: FileCipher): SealedFolder {
  const made = new Set<string>([root]);
  const makeFor = async (path: string): Promise<void> => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let one = folder; !made.has(one); one = dirname(one)) made.add(one);
  };
  return {
    async write(name, plain) {
      const path = join(root, name);
      const passing = measured(plain, Number.POSITIVE_INFINITY);
      await makeFor(path);
      await writeDurably(path, cipher.seal(passing.bytes));
      return passing.result();
    },
    remove: (name) => rm(join(root, name), { force: true }),
    read: (name) => cipher.open(createReadStream(join(root, name))),
    async sync() {
      for (const folder of made) await syncNames(folder);
    },
  };
}

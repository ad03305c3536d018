import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Clock } from '../kernel/clock';
import { failure, type Failure } from '../kernel/failures';
import { newId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import type { FileCipher } from '../sealing/file-cipher';
import { isSha256, type AboutAnexo, type AnexoContent, type AnexoGuardado, type AnexosStore } from './anexos';
import { cleanAbout } from './clean-about';
import { codeOf, contentsIn, entries, ifThere, makeFolder, placeFile } from './durable-files';
import { keyedLock } from './keyed-lock';
import { putOnce, type PutOnce } from './put-once';
import { checked, measured, type Measured } from './measured';

export interface FileAnexosDeps {
  /** Its own folder, which one process owns. */
  readonly dir: string;
  readonly cipher: FileCipher;
  readonly clock: Clock;
  readonly maxBytes: number;
}

/** What one process knows of its folder besides what is in it. */
interface Known {
  readonly lock: ReturnType<typeof keyedLock>;
  readonly once: PutOnce;
}

const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EROFS'];

const pathOf = (dir: string, sha256: string): string => join(dir, sha256.slice(0, 2), sha256.slice(2));
const unfinishedIn = (dir: string): string => join(dir, 'sin-terminar');

async function writeSealed(draft: string, content: Measured, deps: FileAnexosDeps): Promise<void> {
  const now = deps.clock.now();
  const handle = await open(draft, 'wx', 0o600);
  try {
    for await (const piece of deps.cipher.seal(content.bytes)) await handle.appendFile(piece);
    // Its age is told by the program's clock, which is the one the sweep reads.
    await handle.utimes(now, now);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function put(
  deps: FileAnexosDeps,
  { lock, once }: Known,
  content: AnexoContent,
  about: AboutAnexo,
): Promise<Result<AnexoGuardado, Failure>> {
  const draft = join(unfinishedIn(deps.dir), newId());
  const passing = measured(content, deps.maxBytes);
  try {
    await makeFolder(deps.dir);
    await makeFolder(unfinishedIn(deps.dir));
    await writeSealed(draft, passing, deps);
    if (passing.tooLarge()) return err(failure('TOO_LARGE', { maximo: deps.maxBytes }));
    const { sha256, bytes } = passing.result();
    const path = pathOf(deps.dir, sha256);
    await lock(sha256, async () => {
      once.put(sha256, (await ifThere(stat(path))) !== undefined);
      await placeFile(draft, path);
    });
    return ok({ sha256, bytes, ...cleanAbout(about) });
  } catch (error) {
    if (NO_ROOM.includes(codeOf(error))) return err(failure('STORE_UNAVAILABLE'));
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

// Opened when the first byte is asked for: a stream that nobody reads holds no file.
async function* readLazily(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path);
}

async function get({ dir, cipher }: FileAnexosDeps, sha256: string): Promise<Readable | undefined> {
  const path = pathOf(dir, sha256);
  if (!isSha256(sha256) || !(await ifThere(stat(path)))) return undefined;
  return Readable.from(checked(cipher.open(readLazily(path)), sha256), { objectMode: false });
}

async function writtenBefore(path: string, before: Date): Promise<boolean> {
  const found = await ifThere(stat(path));
  return found !== undefined && found.mtimeMs < before.getTime();
}

async function removeUnfinishedBefore(dir: string, before: Date): Promise<number> {
  let removed = 0;
  for (const { name } of await entries(unfinishedIn(dir))) {
    const path = join(unfinishedIn(dir), name);
    if (!(await writtenBefore(path, before))) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** Files sealed on disk as `ab/cdef…`: written aside, synced, moved into place, and their folder synced. */
export function createFileAnexos(deps: FileAnexosDeps): AnexosStore {
  const { dir } = deps;
  // A content may be put again while the sweep is about to remove it: one of the two waits.
  const [lock, once] = [keyedLock(), putOnce()];
  return {
    put: (content, about) => put(deps, { lock, once }, content, about),
    get: (sha256) => get(deps, sha256),
    has: async (sha256) => isSha256(sha256) && (await ifThere(stat(pathOf(dir, sha256)))) !== undefined,
    async *storedBefore(before) {
      for (const sha256 of await contentsIn(dir)) {
        if (await writtenBefore(pathOf(dir, sha256), before)) yield sha256;
      }
    },
    removePutOnce: (sha256) =>
      lock(sha256, async () => {
        if (!isSha256(sha256) || !once.take(sha256)) return false;
        await rm(pathOf(dir, sha256), { force: true });
        return true;
      }),
    removeStoredBefore: (sha256, before) =>
      lock(sha256, async () => {
        if (!isSha256(sha256) || !(await writtenBefore(pathOf(dir, sha256), before))) return false;
        await rm(pathOf(dir, sha256), { force: true });
        return true;
      }),
    removeUnfinishedBefore: (before) => removeUnfinishedBefore(dir, before),
  };
}

import { statfsSync } from 'node:fs';
import { type RootDatabase, open } from 'lmdb';
import { CommandError } from '../command-error';
import { throughGate } from '../exit-gate';
import { GroupCommit } from './group-commit';
import { prepareFolder } from './prepare-folder';

/** An entry as it is read. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** A stretch of keys, from `from` (included) to `to` (excluded). */
export interface Stretch {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** Room for the map of the file in the address space; the file itself grows as it needs to. */
const MAP_BYTES = 2 ** 38;

const openAt = (path: string): RootDatabase<Buffer, Buffer> =>
  open<Buffer, Buffer>({
    path,
    encoding: 'binary',
    keyEncoding: 'binary',
    cache: false,
    mapSize: MAP_BYTES,
    // The textbook order: pages, sync, then the page that makes them current.
    overlappingSync: false,
    // Otherwise a failed commit ends the process.
    eventTurnBatching: false,
  });

/** One LMDB file. Reads see the last commit; inside a write they see what that batch has written so far. */
export class Environment {
  private readonly db: RootDatabase<Buffer, Buffer>;
  private readonly commits: GroupCommit;
  /** Called when a batch was given up: what it did in memory must be read again. */
  onAbort: () => void = () => {};

  /** `gate`: of the process that this thread belongs to. */
  constructor(
    private readonly path: string,
    private readonly gate?: SharedArrayBuffer,
  ) {
    prepareFolder(path, openAt);
    this.db = openAt(path);
    this.commits = new GroupCommit({
      run: (work) => this.inTransaction(work),
      aborted: () => this.onAbort(),
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.db.get(key);
  }

  *entries({ from, to, reverse = false, limit }: Stretch): Generator<Entry> {
    const ends = reverse
      ? { start: to, end: from, exclusiveStart: true, inclusiveEnd: true }
      : { start: from, end: to };
    for (const { key, value } of this.db.getRange({ ...ends, reverse, limit })) {
      yield { key, value };
    }
  }

  /** True when the stretch holds a key that `wanted` accepts among the first two. */
  holds(from: Buffer, to: Buffer, wanted: (id: Buffer) => boolean): boolean {
    for (const { value } of this.db.getRange({ start: from, end: to, limit: 2 }))
      if (wanted(value)) return true;
    return false;
  }

  count(from: Buffer, to: Buffer): number {
    return this.db.getCount({ start: from, end: to });
  }

  /** Only inside a write. */
  put(key: Buffer, value: Buffer): void {
    this.db.putSync(key, value);
  }

  /** Only inside a write. */
  remove(key: Buffer): void {
    this.db.removeSync(key);
  }

  /** Joins the next batch; answers when it is on disk. */
  write<T>(work: () => T): Promise<T> {
    return this.commits.run(work);
  }

  /** A write of its own, at once, on disk on return: for opening and closing. */
  writeNow<T>(work: () => T): T {
    let value: T | undefined;
    this.inTransaction(() => {
      value = work();
    });
    return value as T;
  }

  /** Settles when every write asked for so far has been answered. */
  drained = (): Promise<void> => this.commits.drained();

  async close(): Promise<void> {
    await this.drained();
    await this.db.close();
  }

  private inTransaction(work: () => void): void {
    try {
      throughGate(this.gate, () => this.db.transactionSync(work));
    } catch (cause) {
      throw outOfSpace(cause, this.path)
        ? new CommandError('OutOfDiskSpace', `No space left on the disk: ${(cause as Error).message}`)
        : cause;
    }
  }
}

const ENOSPC = 28;
const EIO = 5;
/** LMDB calls a write that the disk cut short an input/output error: with less than this free, the disk is full. */
const FULL_BELOW_BYTES = 4 * 1024 * 1024;

function outOfSpace(cause: unknown, path: string): boolean {
  if (!(cause instanceof Error)) return false;
  const { code } = cause as { code?: unknown };
  if (code === ENOSPC || /no space left|MDB_MAP_FULL|file too large|quota exceeded/i.test(cause.message))
    return true;
  if (code !== EIO) return false;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize < FULL_BELOW_BYTES;
}

import { type RootDatabase, type Transaction, open } from 'lmdb';
import { CommandError } from '../command-error';
import { throughGate } from '../exit-gate';
import { GroupCommit } from './group-commit';
import { lmdbReason } from './lmdb-error';
import { prepareFolder } from './prepare-folder';
import { giveUpReserve, keepReserve, takeReserveAgain } from './reserve';
import { COMMIT_BYTES, inWords, RESERVE_BYTES, Room } from './room';

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

/** Where a damaged document is; `key` is that of its `_id`, in hexadecimal. */
export type Damage = { readonly namespace: string; readonly key: string };

/** What a search reads: the database as it is by then, or as it was at one instant. */
export interface View {
  /** A search that no index narrows is refused. */
  readonly refuseScans?: boolean;
  /** Told of each document that is found damaged. */
  readonly onDamage?: (where: Damage) => void;
  get(key: Buffer): Buffer | undefined;
  entries(stretch: Stretch): Iterable<Entry>;
}

/** The database as it was when it was frozen. While it is open, no page that it needs is used again. */
export interface Frozen extends View {
  /** Once, when nothing is being read from it. */
  close(): void;
}

/** Room for the map of the file in the address space; the file itself grows as it needs to. */
const MAP_BYTES = 2 ** 38;

/**
 * lmdb-js 3.5.6 keeps its list of free pages between two transactions and writes only what it believes changed. A document
 * longer than a page that is written twice in one transaction gives its pages back without that mark: what is on disk and
 * what is in memory part, pages are lost, and some thousands of commits later one is refused (MDB_BAD_TXN: "freelist entry
 * had bad/duplicate entries"). Kept for no longer than a transaction, as LMDB itself does, the list is written whole.
 * The library reads this option, its types do not tell it.
 */
const FRESH_FREE_LIST = { maxFreeSpaceToRetain: 0 };

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
    ...FRESH_FREE_LIST,
  });

/** One LMDB file. Reads see the last commit; inside a write they see what that batch has written so far. */
export class Environment implements View {
  private readonly db: RootDatabase<Buffer, Buffer>;
  private readonly commits: GroupCommit;
  private readonly room: Room;
  private closing = false;
  /** Called when a batch was given up: what it did in memory must be read again. */
  onAbort: () => void = () => {};
  /** Told in LMDB's words when it is LMDB that gave a batch up, which is then repeated. */
  onGivenUp: (reason: string) => void = () => {};
  /** Searches that no index narrows are refused, as with MongoDB's `notablescan`: for tests of what depends on the store. */
  refuseScans = false;
  onDamage: (where: Damage) => void = () => {};

  /** `gate`: of the process that this thread belongs to. */
  constructor(
    private readonly path: string,
    private readonly gate?: SharedArrayBuffer,
  ) {
    prepareFolder(path, openAt);
    this.db = openAt(path);
    this.room = new Room(path);
    keepReserve(path);
    this.commits = new GroupCommit({
      run: (work) => this.inTransaction(work, RESERVE_BYTES),
      aborted: (cause) => this.givenUp(cause),
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.db.get(key);
  }

  entries(stretch: Stretch): Generator<Entry> {
    return this.read(stretch);
  }

  /** The last commit, to be read for as long as it is open. Outside writes. */
  freeze(): Frozen {
    const transaction = this.db.useReadTransaction();
    return {
      get: (key) => this.db.get(key, { transaction }),
      entries: (stretch) => this.read(stretch, transaction),
      close: () => transaction.done(),
    };
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
    this.room.take(key.length + value.length);
    this.db.putSync(key, value);
  }

  /** Only inside a write. */
  remove(key: Buffer): void {
    this.room.take(0);
    this.db.removeSync(key);
  }

  /** Joins the next batch; answers when it is on disk. */
  write<T>(work: () => T): Promise<T> {
    if (this.closing)
      return Promise.reject(new CommandError('InterruptedAtShutdown', 'the store is being closed'));
    return this.commits.run(work);
  }

  /** A write of its own, at once, on disk on return, that may use the last room there is: for opening, closing, giving up. */
  writeNow<T>(work: () => T): T {
    let value: T | undefined;
    try {
      this.inTransaction(() => {
        value = work();
      }, COMMIT_BYTES);
    } catch (cause) {
      this.onAbort();
      const full = cause instanceof CommandError && cause.codeName === 'OutOfDiskSpace';
      if (!full || !giveUpReserve(this.path)) throw cause;
      try {
        return this.writeNow(work);
      } finally {
        takeReserveAgain(this.path);
      }
    }
    return value as T;
  }

  /** Settles when every write asked for so far has been answered. */
  drained = (): Promise<void> => this.commits.drained();

  /** What was asked for before is answered; what comes after is refused. */
  async close(): Promise<void> {
    this.closing = true;
    await this.drained();
    await this.db.close();
  }

  private *read({ from, to, reverse = false, limit }: Stretch, transaction?: Transaction): Generator<Entry> {
    const ends = reverse
      ? { start: to, end: from, exclusiveStart: true, inclusiveEnd: true }
      : { start: from, end: to };
    for (const { key, value } of this.db.getRange({ ...ends, reverse, limit, transaction })) {
      yield { key, value };
    }
  }

  private givenUp(cause: unknown): void {
    this.onAbort();
    const reason = lmdbReason(cause);
    if (reason !== undefined) this.onGivenUp(reason);
  }

  private inTransaction(work: () => void, reserve: number): void {
    this.room.measure(reserve);
    try {
      throughGate(this.gate, () => this.db.transactionSync(work));
    } catch (cause) {
      throw inWords(cause, this.path);
    }
  }
}

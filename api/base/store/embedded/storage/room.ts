import { readFileSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command-error';

/*
 * A write is refused before the disk is full. LMDB takes a page that the disk refuses badly: to tell of it, the library
 * writes past the end of a piece of memory, and some refusals later the process dies. What is kept free lets the folder be
 * opened and closed, and a broken index be given up, on a disk that is full for everything else.
 */

/** Never used by ordinary writes, in bytes. */
export const RESERVE_BYTES = 1024 * 1024;

/** Never used by the writes that open and close the folder either: what a commit adds, its list of free pages and its roots. */
export const COMMIT_BYTES = 64 * 1024;

/** What one change may need besides its own bytes: the pages from the root to its leaf, each copied, one of them split. */
const PAGES_BYTES = 4 * 4096;

/** Ends a transaction, and so its whole batch: what has been done in it so far must not stay. */
export class NoRoom extends Error {
  constructor() {
    super('too little is free');
  }
}

/** How much the transaction that runs may still write. */
export class Room {
  private left = 0;
  private readonly fileLimit: number;

  constructor(private readonly folder: string) {
    this.fileLimit = fileSizeLimit();
  }

  /** Looks how much is free; `reserve` bytes of it are not for this transaction. */
  measure(reserve: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    this.left = bavail * bsize - reserve;
    if (this.fileLimit < Infinity) {
      const { size } = statSync(join(this.folder, 'data.mdb'));
      this.left = Math.min(this.left, this.fileLimit - size - reserve);
    }
  }

  /** A change of so many bytes. */
  take(bytes: number): void {
    this.left -= bytes + PAGES_BYTES;
    if (this.left < 0) throw new NoRoom();
  }
}

/** The largest file that this process may write (`ulimit -f`), where Linux tells. */
function fileSizeLimit(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max file size +(\d+)/m.exec(limits)?.[1] ?? Infinity);
  } catch {
    return Infinity;
  }
}

const ENOSPC = 28;
const EIO = 5;
/** LMDB calls a write that the disk cut short an input/output error: with less than this free, the disk is full. */
const FULL_BELOW_BYTES = 4 * 1024 * 1024;

function isOutOfSpace(cause: Error, folder: string): boolean {
  const { code } = cause as { code?: unknown };
  if (cause instanceof NoRoom || code === ENOSPC) return true;
  if (/no space left|MDB_MAP_FULL|file too large|quota exceeded/i.test(cause.message)) return true;
  if (code !== EIO) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < FULL_BELOW_BYTES;
}

/** The same failure, in MongoDB's words when its cause is that the disk is full. */
export function inWords(cause: unknown, folder: string): unknown {
  if (!(cause instanceof Error) || cause instanceof CommandError || !isOutOfSpace(cause, folder))
    return cause;
  return new CommandError('OutOfDiskSpace', `No space left on the disk: ${cause.message}`);
}

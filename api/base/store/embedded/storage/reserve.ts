import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A file that only takes place. On a disk that something else filled to its last block the folder could not be opened, not
 * even to read, because its owner has to be written: then this file goes.
 */

const FILE = 'reserva';
const BYTES = 256 * 1024;
/** The file is made only where so much is free that nobody misses it. */
const ENOUGH_BYTES = 16 * BYTES;

/** What a file that takes place needs besides. */
const OF_THE_FILE_BYTES = 8 * 4096;

const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

export function keepReserve(folder: string): void {
  const path = join(folder, FILE);
  if (existsSync(path)) return;
  if (freeIn(folder) >= ENOUGH_BYTES) writeFileSync(path, Buffer.alloc(BYTES), { mode: 0o600 });
}

/** True when there was something to give up. */
export function giveUpReserve(folder: string): boolean {
  const path = join(folder, FILE);
  if (!existsSync(path)) return false;
  rmSync(path);
  return true;
}

/** Takes again what is left of it, before others do: the next opening will need it. */
export function takeReserveAgain(folder: string): void {
  const bytes = Math.min(BYTES, freeIn(folder) - OF_THE_FILE_BYTES);
  if (bytes <= 0) return;
  const path = join(folder, FILE);
  try {
    writeFileSync(path, Buffer.alloc(bytes), { mode: 0o600 });
  } catch {
    rmSync(path, { force: true });
  }
}

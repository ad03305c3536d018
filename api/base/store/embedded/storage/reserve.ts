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

export function keepReserve(folder: string): void {
  const path = join(folder, FILE);
  if (existsSync(path)) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= ENOUGH_BYTES) writeFileSync(path, Buffer.alloc(BYTES), { mode: 0o600 });
}

/** True when there was something to give up. */
export function giveUpReserve(folder: string): boolean {
  const path = join(folder, FILE);
  if (!existsSync(path)) return false;
  rmSync(path);
  return true;
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder takes of the disk, in bytes; what goes away meanwhile, or is not there, takes nothing. */
export async function folderSize(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += await folderSize(path);
    else if (entry.isFile()) bytes += await onDisk(path);
  }
  return bytes;
}

const BLOCK = 512;

const onDisk = (path: string): Promise<number> =>
  stat(path).then(
    ({ blocks }) => blocks * BLOCK,
    () => 0,
  );

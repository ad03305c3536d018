import { statfs } from 'node:fs/promises';
import type { Clock } from '../kernel/clock';
import type { DiskSpace } from './disk-space';
import type { Espacio } from './espacio';

/** How old an answer may be, in milliseconds: filings come by the hundred and the disk does not change so fast. */
const FRESH_MS = 3_000;

/** The disk of a folder, asked again every few seconds. */
export function statfsDiskSpace(folder: string, clock: Clock): DiskSpace {
  let known: { readonly at: number; readonly espacio: Promise<Espacio> } | undefined;
  const ask = async (): Promise<Espacio> => {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { libre: bavail * bsize, total: blocks * bsize };
  };
  return {
    read() {
      const at = clock.monotonic();
      if (!known || at - known.at > FRESH_MS) known = { at, espacio: ask() };
      return known.espacio;
    },
  };
}

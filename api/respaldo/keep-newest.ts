import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entries } from '../base/anexos/durable-files';
import type { FileCipher } from '../base/sealing/file-cipher';
import { condemnedOf, isBackupName, leftBehindAt } from './folder-name';
import type { Reader } from './manifest';
import { createSealedFolder, syncNames } from './sealed-folder';
import { readManifest } from './verify-backup';

interface Deps {
  readonly reader: Reader;
  readonly cipher: FileCipher;
}

/** The town's own backups in a folder, newest first: whole by their name, and their manifest opens with the town's keys. */
async function ownBackups({ reader, cipher }: Deps, dir: string): Promise<string[]> {
  const own: { name: string; instante: string }[] = [];
  for (const { name } of await entries(dir)) {
    if (!isBackupName(name)) continue;
    const manifest = await readManifest(createSealedFolder(join(dir, name), cipher), reader);
    if (manifest.ok) own.push({ name, instante: manifest.value.instante });
  }
  return own.toSorted((a, b) => (a.instante < b.instante ? 1 : -1)).map(({ name }) => name);
}

async function remove(dir: string, name: string): Promise<void> {
  const condemned = join(dir, condemnedOf(name));
  await rename(join(dir, name), condemned);
  await syncNames(dir);
  await rm(condemned, { recursive: true, force: true });
}

/**
 * Keeps the newest `count` of the town's backups, `newest` among them whatever the clock said; removes the older ones
 * and answers their names. What it does not know it does not touch.
 */
export async function keepNewest(deps: Deps, dir: string, newest: string, count: number): Promise<string[]> {
  const others = (await ownBackups(deps, dir)).filter((name) => name !== newest);
  const old = others.slice(Math.max(0, count - 1));
  for (const name of old) await remove(dir, name);
  return old;
}

const ABANDONED_MS = 24 * 3_600_000;

/** Removes what backups that were killed left behind a day ago or more. */
export async function sweepLeftBehind(dir: string, now: Date): Promise<void> {
  for (const { name } of await entries(dir)) {
    const began = leftBehindAt(name);
    if (began && now.getTime() - began.getTime() >= ABANDONED_MS)
      await rm(join(dir, name), { recursive: true, force: true });
  }
}

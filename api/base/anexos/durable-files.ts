import type { Dirent } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSha256 } from './anexos';

/** The system's code of an error (`ENOENT`…), if it has one. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** The value, or undefined when the file is not there. */
export async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes what was put in a folder, or taken out, durable. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder for its owner only and, when it was not there, its entry in the one above durable. */
export async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(path));
}

/** Moves a synced file into place; when it answers, the name is durable too. */
export async function placeFile(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to));
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** What a folder holds; nothing when it is not there. */
export const entries = async (path: string): Promise<Dirent[]> =>
  (await ifThere(readdir(path, { withFileTypes: true }))) ?? [];

/** Every content kept as `ab/cdef…` under a folder. */
export async function contentsIn(dir: string): Promise<string[]> {
  const names: string[] = [];
  for (const shard of await entries(dir)) {
    if (!/^[0-9a-f]{2}$/.test(shard.name)) continue;
    for (const { name } of await entries(join(dir, shard.name))) names.push(shard.name + name);
  }
  return names.filter(isSha256);
}

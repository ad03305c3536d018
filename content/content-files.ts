import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Content as it stands on disk: path with `/` inside the folder → text, ordered by path. */
export type ContentFiles = ReadonlyMap<string, string>;

/** Reads every YAML file under `dir`; a folder that cannot be read throws. */
export function readContentFiles(dir: string): ContentFiles {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(dir, path), 'utf8')]));
}

/** SHA-256 in hexadecimal of all paths and texts: one byte anywhere gives another hash. */
export function hashFiles(files: ContentFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(JSON.stringify([path, text]));
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { tellArchivo } from './archivo-kinds';
import type { ArchivoDescrito } from './schemas/archivo';

/**
 * Content as it stands on disk: path with `/` inside the folder → text, ordered by path. Of a file that people are given
 * (`archivos/`), the text is what it is, as JSON: another file is another content, and its bytes stay where they are.
 */
export type ContentFiles = ReadonlyMap<string, string>;

const GIVEN = /^archivos\/[^./][^/]*(?<!\.md)$/;

/** Reads every YAML file under `dir`, and what the files that people are given are; a folder that cannot be read throws. */
export function readContentFiles(dir: string): ContentFiles {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.yaml') || GIVEN.test(path))
    .toSorted();
  return new Map(paths.map((path) => [path, textOf(path, join(dir, path))]));
}

const textOf = (path: string, place: string): string =>
  GIVEN.test(path) ? described(readFileSync(place)) : readFileSync(place, 'utf8');

function described(bytes: Buffer): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return JSON.stringify({ tipo: tellArchivo(bytes), bytes: bytes.length, sha256 } satisfies ArchivoDescrito);
}

/** SHA-256 in hexadecimal of all paths and texts: one byte anywhere gives another hash. */
export function hashFiles(files: ContentFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(JSON.stringify([path, text]));
  return hash.digest('hex');
}

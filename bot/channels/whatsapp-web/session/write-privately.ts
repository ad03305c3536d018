import { rename, writeFile } from 'node:fs/promises';

/** Writes a file whole, or leaves the one that is there; nobody else may read it. */
export async function writePrivately(file: string, content: string | Buffer): Promise<void> {
  const draft = `${file}.nuevo`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

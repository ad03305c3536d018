import { join } from 'node:path';
import { readContentFiles } from '../../content/content-files';
import type { ContentFiles } from '../../content/content-files';
import { faultText } from '../../content/content-fault';
import { parseContent } from '../../content/load-content';

export const CONTENT_DIR = join(__dirname, '../../content');

/** The product's own content, read once. */
export const productFiles: ContentFiles = readContentFiles(CONTENT_DIR);

/** The product's content with some files changed, added, or removed (undefined). */
export function withFiles(changes: Readonly<Record<string, string | undefined>>): ContentFiles {
  const files = new Map(productFiles);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

/** The text of a file with one piece replaced; a piece that is not there is an error of the test. */
export function edited(path: string, piece: string, replacement: string): string {
  const text = productFiles.get(path);
  if (!text?.includes(piece)) throw new Error(`${path} has no «${piece}»`);
  return text.replace(piece, () => replacement);
}

/** Every fault of the product's content with the changes, as `file:line: message`. */
export function faultsWith(changes: Readonly<Record<string, string | undefined>>): string[] {
  const parsed = parseContent(withFiles(changes));
  return parsed.ok ? [] : parsed.failure.map(faultText);
}

import { readFileSync, statSync } from 'node:fs';

/**
 * A secret kept in a file, read again when the file changes. A file that is missing or unreadable for a moment, as
 * while it is being replaced, leaves the last value; before the first it is empty.
 */
export function fileSecret(path: string): () => string {
  let value = '';
  let readAt = Number.NaN;
  return () => {
    try {
      const { mtimeMs } = statSync(path);
      if (mtimeMs !== readAt) {
        value = readFileSync(path, 'utf8').trim();
        readAt = mtimeMs;
      }
    } catch {
      // Kept as it was; who uses it finds out that it does not serve.
    }
    return value;
  };
}

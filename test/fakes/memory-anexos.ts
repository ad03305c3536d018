import { Readable } from 'node:stream';
import { isSha256, type AnexosStore } from '../../api/base/anexos/anexos';
import { cleanAbout } from '../../api/base/anexos/clean-about';
import { putOnce } from '../../api/base/anexos/put-once';
import { measured } from '../../api/base/anexos/measured';
import type { Clock } from '../../api/base/kernel/clock';
import { failure } from '../../api/base/kernel/failures';
import { err, ok } from '../../api/base/kernel/result';

/** Attachments kept in memory, under the same contract as the real ones. */
export function memoryAnexos(clock: Clock, maxBytes = 1_000_000): AnexosStore {
  const stored = new Map<string, { content: Buffer; at: number }>();
  const once = putOnce();
  const olderThan = (sha256: string, before: Date): boolean =>
    (stored.get(sha256)?.at ?? Infinity) < before.getTime();
  return {
    async put(content, about) {
      const passing = measured(content, maxBytes);
      const chunks: Uint8Array[] = [];
      for await (const chunk of passing.bytes) chunks.push(chunk);
      if (passing.tooLarge()) return err(failure('TOO_LARGE', { maximo: maxBytes }));
      const { sha256, bytes } = passing.result();
      once.put(sha256, stored.has(sha256));
      stored.set(sha256, { content: Buffer.concat(chunks), at: clock.now().getTime() });
      return ok({ sha256, bytes, ...cleanAbout(about) });
    },
    get: async (sha256) => {
      const found = stored.get(sha256);
      return found && Readable.from([found.content], { objectMode: false });
    },
    has: async (sha256) => isSha256(sha256) && stored.has(sha256),
    async *storedBefore(before) {
      for (const sha256 of Array.from(stored.keys())) if (olderThan(sha256, before)) yield sha256;
    },
    removePutOnce: async (sha256) => once.take(sha256) && stored.delete(sha256),
    removeStoredBefore: async (sha256, before) => olderThan(sha256, before) && stored.delete(sha256),
    removeUnfinishedBefore: async () => 0,
  };
}

import type { Logger } from '../kernel/logger';
import type { AnexosStore } from './anexos';
import { type Referred, unreferred } from './sweep-orphans';

interface Deps {
  readonly anexos: Pick<AnexosStore, 'removePutOnce'>;
  /** As for the orphan sweep, and in the same order. */
  readonly places: readonly Referred[];
  readonly logger: Logger;
}

export interface DropOriginals {
  /** Removes them now if nothing refers to them, else as soon as nothing does. It never fails. */
  drop(sha256s: readonly string[]): Promise<void>;
  /** Tries again those that something still referred to; gives how many were removed. */
  again(): Promise<number>;
}

const MAX_WAITING = 10_000;

/**
 * Removes the originals of anonymous petitions without waiting for the orphan sweep. In a chat the draft still refers to them
 * while it is filed: they wait, in memory, for the conversation to forget it. What a restart forgets, or somebody else put too, the
 * orphan sweep takes after 48 hours.
 */
export function createDropOriginals({ anexos, places, logger }: Deps): DropOriginals {
  const waiting = new Set<string>();
  const again = async (): Promise<number> => {
    let removed = 0;
    for (const sha256 of await unreferred([...waiting], places)) {
      waiting.delete(sha256);
      if (await anexos.removePutOnce(sha256)) removed += 1;
    }
    return removed;
  };
  return {
    again,
    async drop(sha256s) {
      if (sha256s.length === 0) return;
      for (const sha256 of sha256s) if (waiting.size < MAX_WAITING) waiting.add(sha256);
      await again().catch((cause: unknown) => logger.error('anexos.originals-not-dropped', {}, cause));
    },
  };
}

import type { Logger } from '../kernel/logger';
import type { AnexosStore } from './anexos';
import { type Referred, unreferred } from './sweep-orphans';

interface Deps {
  readonly anexos: Pick<AnexosStore, 'removePutOnce'>;
  /** As for the orphan sweep, and in the same order. */
  readonly places: readonly Referred[];
  readonly logger: Logger;
  /** Runs a task in a while: a few seconds. */
  readonly later: (task: () => void) => void;
}

export interface DropOriginals {
  /** Removes them now if nothing refers to them, else as soon as nothing does. It never fails. */
  drop(sha256s: readonly string[]): Promise<void>;
}

const MAX_WAITING = 10_000;

/** Somebody else has what is referred to for so long: the orphan sweep takes it when they do not. */
const MAX_LOOKS = 40;

/**
 * Removes the originals of anonymous petitions without waiting for the orphan sweep. In a chat the draft still refers to them
 * while it is filed: they wait, in memory, for the conversation to forget it. What a restart forgets, or somebody else put too, the
 * orphan sweep takes after 48 hours.
 */
export function createDropOriginals({ anexos, places, logger, later }: Deps): DropOriginals {
  /** How many times each was looked at. */
  const waiting = new Map<string, number>();
  let asked = false;
  const removeFree = async (): Promise<void> => {
    const free = await unreferred([...waiting.keys()], places);
    for (const [sha256, looks] of waiting) {
      if (looks < MAX_LOOKS) waiting.set(sha256, looks + 1);
      else waiting.delete(sha256);
    }
    for (const sha256 of free) {
      waiting.delete(sha256);
      await anexos.removePutOnce(sha256);
    }
  };
  const look = async (): Promise<void> => {
    await removeFree().catch((cause: unknown) => logger.error('anexos.originals-not-dropped', {}, cause));
    if (waiting.size === 0 || asked) return;
    asked = true;
    later(() => {
      asked = false;
      void look();
    });
  };
  return {
    async drop(sha256s) {
      if (sha256s.length === 0) return;
      for (const sha256 of sha256s) if (waiting.size < MAX_WAITING) waiting.set(sha256, 0);
      await look();
    },
  };
}

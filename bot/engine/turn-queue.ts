import type { Logger } from '../../api/base/kernel/logger';

interface Deps {
  /** Plays one turn; true when more is known to wait. A throw means that the store failed. */
  readonly run: (conversation: string) => Promise<boolean>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
}

export interface TurnQueue {
  /** There is, or may be, something waiting in this conversation. */
  readonly schedule: (conversation: string) => void;
  /** When the turns of this conversation that were scheduled are over. */
  readonly settled: (conversation: string) => Promise<void>;
  /** When no turn is being played. */
  readonly idle: () => Promise<void>;
  /** No turn is begun any more; what waits is played when the program starts again. */
  readonly stop: () => void;
}

const PAUSES_MS = [250, 1_000, 4_000];

/** Turns of one conversation strictly one after another, of different ones in parallel. */
export function createTurnQueue({ run, wait, logger }: Deps): TurnQueue {
  const working = new Map<string, { readonly done: Promise<void>; again: boolean }>();
  let stopped = false;
  const drain = drainer({ run, wait, logger }, () => stopped);

  const work = async (conversation: string): Promise<void> => {
    // Let `working` be set before the first turn can end.
    await Promise.resolve();
    for (let entry = working.get(conversation); entry;) {
      entry.again = false;
      await drain(conversation);
      if (!entry.again || stopped) break;
    }
    working.delete(conversation);
  };

  return {
    schedule(conversation) {
      if (stopped) return;
      const entry = working.get(conversation);
      if (entry) entry.again = true;
      else working.set(conversation, { done: work(conversation), again: false });
    },
    async settled(conversation) {
      for (let entry = working.get(conversation); entry; entry = working.get(conversation)) await entry.done;
    },
    async idle() {
      while (working.size > 0) await Promise.all([...working.values()].map(({ done }) => done));
    },
    stop() {
      stopped = true;
    },
  };
}

/** Plays all the turns of a conversation, again after a pause when the store fails. */
const drainer =
  ({ run, wait, logger }: Deps, isStopped: () => boolean) =>
  async (conversation: string): Promise<void> => {
    for (let failures = 0; failures <= PAUSES_MS.length && !isStopped();) {
      try {
        while ((await run(conversation)) && !isStopped()) failures = 0;
        return;
      } catch (cause) {
        logger.error('turn.store-unavailable', { intento: failures + 1 }, cause);
        const pause = PAUSES_MS[failures];
        failures += 1;
        // Then it is left for the sweep: the messages stay in the inbox.
        if (pause !== undefined) await wait(pause);
      }
    }
  };

import { EventEmitter } from 'node:events';
import type { ChatEvent } from '../channels/channel';

/** Tells those who watch a conversation that something happened in it. Losing a call loses only time. */
export interface Wake {
  emit(conversation: string, event: ChatEvent): void;
  listen(conversation: string, listener: (event: ChatEvent) => void): () => void;
}

/** Wakes those in this process. */
export function createWake(): Wake {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    emit(conversation, event) {
      emitter.emit(conversation, event);
    },
    listen(conversation, listener) {
      emitter.on(conversation, listener);
      return () => emitter.off(conversation, listener);
    },
  };
}

interface PollDeps {
  /** The last reply of each conversation, as stored. */
  readonly lastSeqs: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Runs the task now and then (250 ms); gives how to stop. */
  readonly every: (task: () => Promise<void>) => () => void;
}

/** Wakes also for what other copies of the program said, by asking the store about the conversations watched here. */
export function createPollingWake(local: Wake, { lastSeqs, every }: PollDeps): Wake & { stop(): void } {
  const watched = new Map<string, { watchers: number; seq?: number }>();
  const stop = every(async () => {
    if (watched.size === 0) return;
    for (const [id, seq] of await lastSeqs([...watched.keys()])) {
      const entry = watched.get(id);
      if (!entry) continue;
      if (entry.seq !== undefined && seq > entry.seq) local.emit(id, 'REPLIES');
      entry.seq = seq;
    }
  });
  return {
    emit: (id, event) => local.emit(id, event),
    listen(id, listener) {
      const entry = watched.get(id) ?? { watchers: 0 };
      watched.set(id, entry);
      entry.watchers += 1;
      const silence = local.listen(id, listener);
      return () => {
        silence();
        entry.watchers -= 1;
        if (entry.watchers === 0) watched.delete(id);
      };
    },
    stop,
  };
}

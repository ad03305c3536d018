/**
 * Messages of one chat are read one after another, whatever each takes: a file takes longer than the text that follows
 * it. One that is being read is not read twice.
 */
export function createTurns(onFault: (cause: unknown) => void) {
  const last = new Map<string, Promise<void>>();
  const inHand = new Set<string>();
  return {
    take(chat: string, id: string, task: () => Promise<void>): void {
      if (inHand.has(id)) return;
      inHand.add(id);
      const done = (last.get(chat) ?? Promise.resolve())
        .then(task)
        .catch(onFault)
        .finally(() => {
          inHand.delete(id);
          if (last.get(chat) === done) last.delete(chat);
        });
      last.set(chat, done);
    },
  };
}

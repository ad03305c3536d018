/** Gives, for many keys at once, what is stored under those that are. */
export type FindMany<T> = (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>;

interface Asked<T> {
  readonly key: string;
  readonly found: (value: T | undefined) => void;
  readonly failed: (cause: unknown) => void;
}

/**
 * A lookup by key whose callers share a query: those who ask while one is under way go together in the next. Nobody is
 * told what a query that began before they asked saw.
 */
export function createSharedLookup<T>(findMany: FindMany<T>): (key: string) => Promise<T | undefined> {
  let waiting: Asked<T>[] = [];
  let busy = false;

  async function ask(batch: readonly Asked<T>[]): Promise<void> {
    try {
      const found = await findMany([...new Set(batch.map(({ key }) => key))]);
      for (const asked of batch) asked.found(found.get(asked.key));
    } catch (cause) {
      for (const asked of batch) asked.failed(cause);
    }
  }

  async function drain(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await ask(batch);
    }
    busy = false;
  }

  return (key) =>
    new Promise((found, failed) => {
      waiting.push({ key, found, failed });
      if (!busy) void drain();
    });
}

/** Runs one action at a time per key, in this process; different keys do not wait for each other. */
export function keyedLock(): <T>(key: string, action: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, action) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(action, action);
    const settled = mine.then(
      () => {},
      () => {},
    );
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return mine;
  };
}

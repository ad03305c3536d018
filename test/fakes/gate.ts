/** Counts passes and lets others wait for the n-th: tests wait for what happens, never for time. */
export interface Gate {
  /** One more; gives how many there have been. */
  pass(): number;
  reached(count: number): Promise<void>;
  passed(): number;
}

export function gate(): Gate {
  let count = 0;
  let waiting: { readonly count: number; readonly open: () => void }[] = [];
  return {
    pass() {
      count += 1;
      for (const one of waiting.filter((each) => each.count <= count)) one.open();
      waiting = waiting.filter((each) => each.count > count);
      return count;
    },
    reached: (wanted) =>
      wanted <= count ? Promise.resolve() : new Promise((open) => waiting.push({ count: wanted, open })),
    passed: () => count,
  };
}

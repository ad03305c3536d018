/** The contents that this process put first and that nobody put again since. */
export interface PutOnce {
  /** A content is about to be put; `wasThere` when it is stored already. */
  put(sha256: string, wasThere: boolean): void;
  /** Whether it was put one time only; it is forgotten. */
  take(sha256: string): boolean;
}

const MAX_KNOWN = 10_000;

/** Remembers some thousands of contents; of older ones, and of those before this process, it knows nothing. */
export function putOnce(): PutOnce {
  const known = new Set<string>();
  return {
    put(sha256, wasThere) {
      const again = known.delete(sha256) || wasThere;
      if (again) return;
      known.add(sha256);
      const [oldest] = known;
      if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    take: (sha256) => known.delete(sha256),
  };
}

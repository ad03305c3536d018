/** Where a process dies: at the first call of a method that fits, before it does anything or once it has done it. */
export interface Corte {
  readonly when: 'BEFORE' | 'AFTER';
  /** Store and method, as `inbox.accept`. */
  readonly at: string;
  /** Only at a call with this in its first argument. */
  readonly of?: string;
  /** Only once this was called. */
  readonly onceCalled?: string;
}

/** A process that may be left at a point for ever: nothing that it was doing goes on, and nobody is told. */
export interface Mortal {
  /** The store as that process reaches it. */
  wrap<T extends object>(name: string, store: T): T;
  arm(corte: Corte): void;
  isDead(): boolean;
  /** Resolves when it dies. */
  readonly died: Promise<void>;
}

const forever = new Promise<never>(() => {});

/** @param onDeath what is left running of it is cut here. */
export function mortal(onDeath: () => void): Mortal {
  const armed: { corte?: Corte } = {};
  const called = new Set<string>();
  let isDead = false;
  let announce = (): void => undefined;
  const died = new Promise<void>((resolve) => (announce = resolve));

  const fits = (when: Corte['when'], at: string, first: unknown): boolean => {
    const { corte } = armed;
    if (corte?.when !== when || corte.at !== at) return false;
    if (corte.onceCalled !== undefined && !called.has(corte.onceCalled)) return false;
    return corte.of === undefined || JSON.stringify(first).includes(corte.of);
  };
  const dies = (when: Corte['when'], at: string, first: unknown): boolean => {
    if (!isDead && fits(when, at, first)) {
      isDead = true;
      onDeath();
      announce();
    }
    return isDead;
  };
  const wrap: Mortal['wrap'] = (name, store) =>
    new Proxy(store, {
      get(object, method: string) {
        const found = object[method as keyof typeof object];
        if (typeof found !== 'function') return found;
        const at = `${name}.${method}`;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          if (dies('BEFORE', at, args[0])) return forever;
          if (armed.corte) called.add(at);
          const result = (await found.apply(object, args)) as unknown;
          return dies('AFTER', at, args[0]) ? forever : result;
        };
      },
    });
  return {
    wrap,
    arm: (corte) => void (armed.corte = corte),
    isDead: () => isDead,
    died,
  };
}

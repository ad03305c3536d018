/** The simulator's time. Timers of the virtual clock run in `advance`, in order, each awaited before the next. */
export interface SimClock {
  readonly kind: 'virtual' | 'real';
  /** Milliseconds since the epoch, as the simulated world tells it. */
  now(): number;
  /** Gives how to cancel. */
  after(milliseconds: number, run: () => void | Promise<void>): () => void;
  /** Moves the virtual clock; the real one moves alone, and this only waits. */
  advance(milliseconds: number): Promise<void>;
  /** Milliseconds until the next timer; none when there is nothing to wait for. */
  untilNext(): number | undefined;
  /** Somebody set the time: what `now` tells moves, timers do not. */
  jump(milliseconds: number): void;
  /** For good: what still asks for a timer gets none. */
  stop(): void;
}

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

export interface VirtualClockDeps {
  readonly start: number;
  readonly onAdvance?: (milliseconds: number) => void;
  /** Awaited after each timer: what the bot does because of it happens at that instant. */
  readonly settled: () => Promise<void>;
}

export function virtualClock({ start, onAdvance, settled }: VirtualClockDeps): SimClock {
  const timers = new Set<Timer>();
  let elapsed = 0;
  let skew = 0;
  let order = 0;
  let turn = Promise.resolve();
  let stopped = false;

  const next = () =>
    [...timers].reduce<Timer | undefined>(
      (first, timer) =>
        !first || timer.due < first.due || (timer.due === first.due && timer.order < first.order)
          ? timer
          : first,
      undefined,
    );
  const moveTo = (instant: number) => {
    const step = instant - elapsed;
    elapsed = instant;
    if (step > 0) onAdvance?.(step);
  };
  async function advanceNow(milliseconds: number): Promise<void> {
    const target = elapsed + milliseconds;
    for (let timer = next(); timer && timer.due <= target; timer = next()) {
      timers.delete(timer);
      moveTo(Math.max(elapsed, timer.due));
      await timer.run();
      await settled();
    }
    moveTo(Math.max(elapsed, target));
  }
  return {
    kind: 'virtual',
    now: () => start + elapsed + skew,
    after(milliseconds, run) {
      if (stopped) return () => {};
      const timer = { due: elapsed + Math.max(0, milliseconds), order: (order += 1), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(milliseconds) {
      const mine = turn.then(() => advanceNow(milliseconds));
      turn = mine.catch(() => {});
      return mine;
    },
    untilNext: () => {
      const timer = next();
      return timer && Math.max(0, timer.due - elapsed);
    },
    jump: (milliseconds) => void (skew += milliseconds),
    stop() {
      stopped = true;
      timers.clear();
    },
  };
}

export function realClock(): SimClock {
  const timers = new Set<NodeJS.Timeout>();
  let skew = 0;
  let stopped = false;
  const after = (milliseconds: number, run: () => void | Promise<void>) => {
    if (stopped) return () => {};
    // Node cannot wait longer than 2^31 ms in one go; no retry plan is that long.
    const timer = setTimeout(() => {
      timers.delete(timer);
      void run();
    }, milliseconds);
    timers.add(timer);
    return () => {
      timers.delete(timer);
      clearTimeout(timer);
    };
  };
  return {
    kind: 'real',
    now: () => Date.now() + skew,
    after,
    advance: (milliseconds) => new Promise((done) => after(milliseconds, done)),
    untilNext: () => undefined,
    jump: (milliseconds) => void (skew += milliseconds),
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

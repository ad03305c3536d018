import { type ManualClock, manualClock } from './manual-clock';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** Lets everything that is ready run: promises, messages, small files. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits and repetitions over a clock that moves only when told. `advance` rings in order, and lets each have its effect. */
export function manualTimers(clock: ManualClock = manualClock()) {
  let timers: Timer[] = [];
  const ring = (milliseconds: number, task: () => void): (() => void) => {
    const timer = { at: clock.monotonic() + milliseconds, ring: task };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  return {
    clock,
    settle,
    wait: (milliseconds: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const stop = ring(milliseconds, resolve);
        signal?.addEventListener('abort', stop);
      }),
    every: (milliseconds: number, task: () => void): (() => void) => {
      let stop = (): void => {};
      const again = (): void => {
        stop = ring(milliseconds, () => {
          again();
          task();
        });
      };
      again();
      return () => stop();
    },
    advance: async (milliseconds: number): Promise<void> => {
      const end = clock.monotonic() + milliseconds;
      await settle();
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        timers = timers.filter((one) => one !== next);
        clock.advance(Math.max(0, next.at - clock.monotonic()));
        next.ring();
        await settle();
      }
      clock.advance(Math.max(0, end - clock.monotonic()));
      await settle();
    },
  };
}

export type ManualTimers = ReturnType<typeof manualTimers>;

import { silentLogger, type Logger } from '../../api/base/kernel/logger';
import type { Scheduler, Timing } from '../../api/base/jobs/scheduler';
import { SweepRunner } from '../../api/base/jobs/sweep-runner';

/** A scheduler whose time passes only when told. */
export interface ManualScheduler extends Scheduler {
  /** The time of every sweep comes; settles when all have run. Nothing happens before `start`. */
  elapse(): Promise<void>;
  /** What each sweep was registered with. */
  readonly timings: ReadonlyMap<string, Timing>;
}

export function manualScheduler(logger: Logger = silentLogger): ManualScheduler {
  const runner = new SweepRunner(logger);
  const timings = new Map<string, Timing>();
  let started = false;
  return {
    timings,
    every(name, timing, run) {
      runner.add(name, run);
      timings.set(name, timing);
    },
    async start() {
      started = true;
      void runner.all();
    },
    async elapse() {
      if (started) await runner.all();
    },
    runNow: (name) => runner.fresh(name),
    stop: () => runner.stop(),
    counts: () => runner.counts(),
  };
}

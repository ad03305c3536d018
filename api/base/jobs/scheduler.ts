/** When a sweep runs: each so many milliseconds, or by a cron expression read in America/Bogota. */
export type Timing = { readonly everyMs: number } | { readonly cron: string };

/** The work of a sweep. It must be safe to run twice, here or in two copies at once. */
export type Sweep = () => Promise<void>;

/** How a sweep has fared in this process. */
export interface SweepCount {
  readonly runs: number;
  readonly failures: number;
}

/**
 * Runs recurring sweeps. Two runs of one sweep never overlap in a process; a throw is caught, logged and counted, and
 * the sweep runs again at its next time.
 */
export interface Scheduler {
  /** Registers a sweep, before `start`. A repeated name throws (a bug). */
  every(name: string, timing: Timing, run: Sweep): void;
  /**
   * Begins. Besides its own times, each sweep runs once soon after, one by one and not awaited, since what stopped the
   * last process may have left work behind. A cron expression that cannot be read rejects (a bug).
   */
  start(): Promise<void>;
  /**
   * A run that begins after this call, started or not; settles when it ends and never rejects because of the sweep. Those
   * who ask during a run share the next one. After `stop` it does nothing. An unknown name rejects (a bug).
   */
  runNow(name: string): Promise<void>;
  /** No run begins after this call; settles when those in progress have ended. */
  stop(): Promise<void>;
  counts(): ReadonlyMap<string, SweepCount>;
}

/** The only source of now. */
export interface Clock {
  /** Wall clock. */
  now(): Date;
  /** Milliseconds that never go back; only differences mean something. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
};

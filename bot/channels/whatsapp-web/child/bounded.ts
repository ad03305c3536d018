/** What the page was asked and did not answer in its time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** What gives up waiting: a page that hangs never answers, and its call would wait for ever. */
export type Bounded = <T>(milliseconds: number, call: () => Promise<T>) => Promise<T>;

/** The library also throws plain strings. */
export const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/** `wait` gives up early when it is told to: nothing stays waiting behind. */
export const boundedBy =
  (wait: (milliseconds: number, signal: AbortSignal) => Promise<void>): Bounded =>
  async (milliseconds, call) => {
    const stop = new AbortController();
    const late = wait(milliseconds, stop.signal).then(() => {
      throw new NoAnswer();
    });
    late.catch(() => undefined);
    const answer = call();
    // Whoever comes second is nobody's: it must not be an unhandled rejection.
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, late]);
    } catch (cause) {
      throw asError(cause);
    } finally {
      stop.abort();
    }
  };

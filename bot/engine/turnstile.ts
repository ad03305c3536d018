/** Lets so much work be under way at once, in order of arrival. */
export interface Turnstile {
  /** Undefined when it is closed: the work is not begun. */
  readonly pass: <Value>(work: () => Promise<Value>) => Promise<Value | undefined>;
  /** What is under way ends; what waits, and whatever comes, is not begun. */
  readonly close: () => void;
}

/** @param limit how much at once, asked each time: it may change with what else there is to do. At least one. */
export function createTurnstile(limit: () => number): Turnstile {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let closed = false;
  const letIn = (): void => {
    for (let free = limit() - underWay; free > 0; free--) {
      const next = waiting.shift();
      if (!next) return;
      underWay += 1;
      next();
    }
  };
  return {
    async pass(work) {
      if (closed) return undefined;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        letIn();
      });
      try {
        return closed ? undefined : await work();
      } finally {
        underWay -= 1;
        letIn();
      }
    },
    close() {
      closed = true;
      for (const next of waiting.splice(0)) next();
    },
  };
}

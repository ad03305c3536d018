/** Lets so much work be under way at once, in order of arrival. */
export type Turnstile = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** @param limit how much at once, asked each time: it may change with what else there is to do. At least one. */
export function createTurnstile(limit: () => number): Turnstile {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  const letIn = (): void => {
    for (let free = limit() - underWay; free > 0; free--) {
      const next = waiting.shift();
      if (!next) return;
      underWay += 1;
      next();
    }
  };
  return async (work) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      letIn();
    });
    try {
      return await work();
    } finally {
      underWay -= 1;
      letIn();
    }
  };
}

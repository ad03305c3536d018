/** The death of the process: whatever it was doing, it stops there. */
export class Killed extends Error {}

/**
 * Counts the effects of whatever is wrapped and kills at the one told, before it happens or after. What is not a method
 * passes through.
 */
export function dyingAt(step: number, when: 'BEFORE' | 'AFTER') {
  const counter = { steps: 0, dead: false };
  const wrap = <T extends object>(target: T, effects: readonly (keyof T)[]): T =>
    new Proxy(target, {
      get(object, name: string) {
        const found = object[name as keyof T];
        if (!effects.includes(name as keyof T) || typeof found !== 'function') return found;
        return async (...args: unknown[]) => {
          if (counter.dead) throw new Killed('dead');
          counter.steps += 1;
          const now = counter.steps === step;
          counter.dead = now;
          if (now && when === 'BEFORE') throw new Killed('killed');
          const result = (await found.apply(object, args)) as unknown;
          if (now) throw new Killed('killed');
          return result;
        };
      },
    });
  return { counter, wrap };
}

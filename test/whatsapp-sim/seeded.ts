import { createHash } from 'node:crypto';

/**
 * Chance under a seed. Each draw has a key, so that what one message gets does not depend on which other message came
 * first: two bots that do the same in another order are still compared fairly.
 */
export interface Seeded {
  /** From 0 to 1, always the same for a key. */
  number(key: string): number;
  /** Whole, `from` to `to`, both included. */
  between(key: string, from: number, to: number): number;
  /** `length` hexadecimal digits. */
  hex(key: string, length: number): string;
}

export function seeded(seed: number): Seeded {
  const digest = (key: string) => createHash('sha256').update(`${seed}:${key}`).digest();
  const number = (key: string) => digest(key).readUInt32BE(0) / 2 ** 32;
  return {
    number,
    between: (key, from, to) => from + Math.floor(number(key) * (to - from + 1)),
    hex: (key, length) => digest(key).toString('hex').slice(0, length),
  };
}

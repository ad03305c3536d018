/** A bucket of tokens: `capacity` at most, refilled with time. */
interface Bucket {
  tokens: number;
  at: number;
}

export interface Rates {
  /** Takes one of the number's messages per second; false when there is none left. */
  throughput(): boolean;
  /** Takes one of those of this pair: 45 at once, then one every six seconds. */
  pair(person: string): boolean;
  /** Counts a person written to outside the window; false past the day's limit of different people. */
  newPerson(person: string): boolean;
}

const PAIR_BURST = 45;
const PAIR_EVERY_MS = 6_000;
const DAY = 86_400_000;

export function createRates(
  now: () => number,
  { throughput, portfolioLimit }: { readonly throughput: number; readonly portfolioLimit: number },
): Rates {
  const number: Bucket = { tokens: throughput, at: now() };
  const pairs = new Map<string, Bucket>();
  const written = new Map<string, number>();

  const take = (bucket: Bucket, capacity: number, perMs: number) => {
    bucket.tokens = Math.min(capacity, bucket.tokens + Math.max(0, now() - bucket.at) * perMs);
    bucket.at = now();
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
  return {
    throughput: () => take(number, throughput, throughput / 1_000),
    pair(person) {
      const bucket = pairs.get(person) ?? { tokens: PAIR_BURST, at: now() };
      pairs.set(person, bucket);
      return take(bucket, PAIR_BURST, 1 / PAIR_EVERY_MS);
    },
    newPerson(person) {
      for (const [other, at] of written) if (now() - at >= DAY) written.delete(other);
      if (!written.has(person) && written.size >= portfolioLimit) return false;
      written.set(person, now());
      return true;
    },
  };
}

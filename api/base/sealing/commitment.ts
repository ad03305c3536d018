import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * How an event names a personal value without holding it. `sello` goes in the event; `sal` is kept beside the value,
 * sealed with it. Once both are erased nobody can tell what the event was about, and the chain still verifies.
 */
export interface Commitment {
  readonly sello: string;
  readonly sal: string;
}

const hmac = (sal: string, value: string): Buffer =>
  createHmac('sha256', Buffer.from(sal, 'base64url')).update(value).digest();

/** Commits to a value with a salt of 32 random bytes (HMAC-SHA256). Independent of the installation's keys. */
export function commit(value: string): Commitment {
  const sal = randomBytes(32).toString('base64url');
  return { sello: hmac(sal, value).toString('base64url'), sal };
}

/** Whether that commitment was made to that value. */
export function verifyCommitment(value: string, { sello, sal }: Commitment): boolean {
  const claimed = Buffer.from(sello, 'base64url');
  const expected = hmac(sal, value);
  return claimed.length === expected.length && timingSafeEqual(claimed, expected);
}

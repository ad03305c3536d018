import type { Request, RequestHandler } from 'express';
import type { Clock } from '../kernel/clock';
import { failure } from '../kernel/failures';
import type { Responder } from './responder';

/** Whether one more may pass; when not, after how many seconds it may be tried again. */
export type Permit = { readonly ok: true } | { readonly ok: false; readonly segundos: number };

export interface RateLimit {
  take(key: string): Permit;
}

export interface RateLimitOptions {
  readonly clock: Clock;
  /** How many pass in any window. */
  readonly limit: number;
  readonly windowMs: number;
  /** Keys remembered; past it the one unused for longest is forgotten. */
  readonly maxKeys?: number;
}

/** At most `limit` per key in any span of `windowMs`, in the memory of this process. A refusal costs nothing. */
export function createRateLimit({ clock, limit, windowMs, maxKeys = 20_000 }: RateLimitOptions): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key) {
      const now = clock.monotonic();
      const recent = (taken.get(key) ?? []).filter((at) => at > now - windowMs);
      const oldest = recent[0];
      const full = recent.length >= limit && oldest !== undefined;
      if (!full) recent.push(now);
      // Written again at the end: a Map keeps the order in which keys entered.
      taken.delete(key);
      taken.set(key, recent);
      const first = taken.keys().next();
      if (taken.size > maxKeys && !first.done) taken.delete(first.value);
      return full
        ? { ok: false, segundos: Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)) }
        : { ok: true };
    },
  };
}

/** Who asks, for limits only: the IPv4 address, or the /64 that one home has in IPv6. Never stored nor logged. */
export function clientKey(req: Request): string {
  const address = (req.ip ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Refuses with 429 and Retry-After what goes past the limit. */
export function limitRequests(
  limit: RateLimit,
  responder: Responder,
  keyOf: (req: Request) => string = clientKey,
): RequestHandler {
  return (req, res, next) => {
    const permit = limit.take(keyOf(req));
    if (permit.ok) next();
    else responder.failure(req, res, failure('TOO_MANY_REQUESTS', { segundos: permit.segundos }));
  };
}

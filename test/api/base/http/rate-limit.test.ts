import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import fc from 'fast-check';
import { clientKey, createRateLimit } from '../../../../api/base/http/rate-limit';
import { manualClock } from '../../../fakes/manual-clock';

describe('createRateLimit', () => {
  it('accepts 20 of a thousand in one second, and 20 more after ten seconds', () => {
    const clock = manualClock();
    const limit = createRateLimit({ clock, limit: 20, windowMs: 10_000 });
    const burst = (): number =>
      Array.from({ length: 1000 }, () => {
        clock.advance(1);
        return limit.take('visitante').ok;
      }).filter(Boolean).length;
    expect(burst()).toBe(20);
    clock.advance(9_000);
    expect(burst()).toBe(20);
  });

  it('never lets more than the limit pass in any window', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 6 }), (waits, max) => {
        const clock = manualClock();
        const limit = createRateLimit({ clock, limit: max, windowMs: 1000 });
        const passed: number[] = [];
        for (const wait of waits) {
          clock.advance(wait);
          if (limit.take('a').ok) passed.push(clock.monotonic());
        }
        for (const at of passed) {
          expect(passed.filter((other) => other > at - 1000 && other <= at).length).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  it('says after how many seconds the next one passes, and it does', () => {
    const clock = manualClock();
    const limit = createRateLimit({ clock, limit: 1, windowMs: 10_000 });
    limit.take('a');
    clock.advance(3_500);
    const permit = limit.take('a');
    expect(permit).toEqual({ ok: false, segundos: 7 });
    clock.advance(7_000);
    expect(limit.take('a')).toEqual({ ok: true });
  });

  it('keeps each key apart, and forgets the one unused for longest when there are too many', () => {
    const limit = createRateLimit({ clock: manualClock(), limit: 1, windowMs: 1000, maxKeys: 2 });
    expect(['a', 'b', 'a', 'c', 'b', 'a'].map((key) => limit.take(key).ok)).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  it('does not depend on the wall clock, which someone may set back', () => {
    const clock = manualClock();
    const limit = createRateLimit({ clock, limit: 1, windowMs: 1000 });
    limit.take('a');
    clock.skew(-3_600_000);
    clock.advance(1001);
    expect(limit.take('a').ok).toBe(true);
  });
});

describe('clientKey', () => {
  const keyOf = (ip: string): string => clientKey({ ip } as Request);

  it('is the whole IPv4 address, also when it comes mapped', () => {
    expect(keyOf('190.85.1.2')).toBe('190.85.1.2');
    expect(keyOf('::ffff:190.85.1.2')).toBe('190.85.1.2');
  });

  it('is the /64 in IPv6: one home cannot take a new address for each try', () => {
    expect(keyOf('2800:e2:1:2:aaaa:bbbb:cccc:dddd')).toBe('2800:e2:1:2');
    expect(keyOf('2800:e2::1')).toBe('2800:e2:0:0');
    expect(keyOf('::1')).toBe('0:0:0:0');
  });
});

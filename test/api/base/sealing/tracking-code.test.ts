import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import {
  CODE_ALPHABET,
  codeInGroups,
  normaliseCode,
  sameCode,
  trackingCode,
} from '../../../../api/base/sealing/tracking-code';

const secret = Buffer.alloc(32, 7);

describe('tracking codes', () => {
  it('have 10 symbols and none that is mistaken for another: 0 O 1 I L', () => {
    for (let i = 0; i < 2_000; i += 1) {
      expect(trackingCode(secret, `caso-${i}`)).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    }
    expect(CODE_ALPHABET).toHaveLength(31);
    expect(CODE_ALPHABET).not.toMatch(/[01OIL]/);
  });

  it('follow from the secret and the case, so that a replay gives the same', () => {
    expect(trackingCode(secret, 'caso-1')).toBe(trackingCode(Buffer.alloc(32, 7), 'caso-1'));
    expect(trackingCode(secret, 'caso-1')).not.toBe(trackingCode(secret, 'caso-2'));
    expect(trackingCode(secret, 'caso-1')).not.toBe(trackingCode(randomBytes(32), 'caso-1'));
  });

  it('use every symbol alike', () => {
    const seen = new Map<string, number>();
    const cases = 6_200;
    for (let i = 0; i < cases; i += 1) {
      for (const symbol of trackingCode(secret, String(i))) seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    }
    // 2,000 expected of each, deviation 44; taking bytes modulo 31 would give 180 more to eight of them. Nothing here is
    // left to chance: the codes follow from the secret.
    for (const symbol of CODE_ALPHABET) expect(Math.abs((seen.get(symbol) ?? 0) - 2_000)).toBeLessThan(140);
  });

  it('are read however people type them', () => {
    expect(codeInGroups('ABCDEFGHJK')).toBe('ABCD-EFGH-JK');
    const separator = fc.constantFrom('', ' ', '-', ' - ', '\u2013', '.', '\t');
    fc.assert(
      fc.property(fc.nat(), fc.array(separator, { minLength: 10, maxLength: 10 }), (n, separators) => {
        const code = trackingCode(secret, String(n));
        const typed = code
          .split('')
          .map((symbol, i) => symbol.toLowerCase() + separators[i])
          .join('');
        expect(normaliseCode(typed)).toBe(code);
        expect(sameCode(code, typed)).toBe(true);
      }),
    );
  });

  it.each(['', 'ABCD', 'ABCD-EFGH-JKM', 'ABCD-EFGH-J0', 'ABCD-EFGH-ÑK', 'ABCD EFGH\0JK'])(
    'are not made of %j',
    (typed) => {
      expect(normaliseCode(typed)).toBeUndefined();
      expect(sameCode('ABCDEFGHJK', typed)).toBe(false);
    },
  );

  it('of two cases are not the same', () => {
    expect(sameCode(trackingCode(secret, 'a'), trackingCode(secret, 'b'))).toBe(false);
  });
});

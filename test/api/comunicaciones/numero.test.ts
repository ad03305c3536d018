import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNumero, parseNumero } from '../../../api/comunicaciones/numero';

describe('a number of the book', () => {
  it('is written AAAA-E-NNNNNN', () => {
    expect(formatNumero({ anio: 2026, clase: 'E', numero: 123 })).toBe('2026-E-000123');
  });

  it.each(['2026-E-000123', '2026-e-123', ' 2026 e 123 ', '2026e000123', '2026–E–00123', '2026/E/123'])(
    'is read from %s',
    (typed) => {
      expect(parseNumero(typed)).toEqual({ anio: 2026, clase: 'E', numero: 123 });
    },
  );

  it.each(['', '123', '2026-X-000123', '2026-E-0', '2026-E-', 'hola 2026-E-000123', '2026-E-12a'])(
    'is not read from %j',
    (typed) => {
      expect(parseNumero(typed)).toBeUndefined();
    },
  );

  it('is read back as it was written', () => {
    const numero = fc.record({
      anio: fc.integer({ min: 1984, max: 2100 }),
      clase: fc.constantFrom('E' as const, 'S' as const, 'I' as const),
      numero: fc.integer({ min: 1, max: 99_999_999 }),
    });
    fc.assert(fc.property(numero, (n) => expect(parseNumero(formatNumero(n))).toEqual(n)));
  });
});

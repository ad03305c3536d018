import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hideNumbers, lastOf } from '../../../../api/base/kernel/document-numbers';

describe('a text shown by a channel of another company', () => {
  it.each([
    ['mi cédula es 1113456789', 'mi cédula es …6789'],
    ['CC1.113.456.789', '…6789'],
    ['cc 1 113 456 789.', 'cc …6789.'],
    ['cédula 6.385.123', 'cédula …123'],
    ['pasaporte AB123456', 'pasaporte …3456'],
    ['NIT 900123456-7', 'NIT …4567'],
    ['1113-456-789', '…6789'],
    ['1113456789@correo.co', '…6789@correo.co'],
    ['cedula_1113456789.pdf', 'cedula_…6789.pdf'],
    ['1113456789ana', '…6789ana'],
    ['1113456789-12', '…6789-12'],
    ['1113456789 y 29876543', '…6789 y …6543'],
  ])('holds the end of a number and no more (%s)', (texto, shown) => {
    expect(hideNumbers(texto)).toBe(shown);
  });

  it.each([
    'calle 8 # 5-23, apto 302',
    'calle 12 45-67',
    'carrera 12 45-67 barrio obrero',
    'Ubicación: 3.412345, -76.345678 (Parque)',
    'Ubicación: 3.4123, -76.3456 (Parque)',
    'mi radicado 2026-E-000123',
    'mi radicado 2026 e 000123',
    'desde el 15-11-2026 y el 15/11/2026',
    'cobraron $2.000.000',
    'de 8 a 12 y de 2 a 5',
  ])('keeps what is no number of a document (%s)', (texto) => {
    expect(hideNumbers(texto)).toBe(texto);
  });

  it('never holds six figures in a row of what somebody wrote', () => {
    const words = fc.constantFrom('cc ', 'c.c.', 'cédula', ' ', ', ', ' y ', 'x', 'No. ', '\n');
    const numbers = fc.integer({ min: 100_000, max: 9_999_999_999 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, numbers), { minLength: 1, maxLength: 4 }), (parts) => {
        const texto = parts.map(([word, numero]) => `${word}${numero}`).join(' ');
        expect(hideNumbers(texto)).not.toMatch(/\d{6}/);
      }),
    );
  });

  it('shows four characters of a number at most, and never more than half', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z\d]{2,20}$/), (numero) => {
        expect(numero.endsWith(lastOf(numero))).toBe(true);
        expect(lastOf(numero).length).toBeLessThanOrEqual(Math.min(4, numero.length / 2));
      }),
    );
  });
});

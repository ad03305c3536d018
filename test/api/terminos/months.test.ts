import { describe, expect, it } from '@jest/globals';
import { addMonths, endOfMonths } from '../../../api/terminos/months';
import { terminos } from './legal-of-content';

describe('terms in months (Ley 4 de 1913, arts. 59 and 62)', () => {
  it.each([
    ['2025-02-17', 1, '2025-03-17', '2025-03-17'],
    ['2025-01-31', 1, '2025-02-28', '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29', '2024-02-29'],
    ['2025-03-17', 1, '2025-04-17', '2025-04-21'],
    ['2025-05-30', 1, '2025-06-30', '2025-07-01'],
    ['2024-11-25', 1, '2024-12-25', '2024-12-26'],
    ['2025-12-12', 1, '2026-01-12', '2026-01-13'],
    ['2026-06-12', 1, '2026-07-12', '2026-07-14'],
    ['2025-03-31', 3, '2025-06-30', '2025-07-01'],
    ['2026-04-13', 3, '2026-07-13', '2026-07-14'],
    ['2026-11-30', 3, '2027-02-28', '2027-03-01'],
  ])('from %s, %i month(s) end on %s and the last day is %s', (from, months, raw, last) => {
    expect(addMonths(from, months)).toBe(raw);
    expect(endOfMonths(from, months, terminos.calendar)).toBe(last);
  });

  it('gives the citizen one month to complete, and as much again on request (CPACA art. 17)', () => {
    expect(terminos.limiteCompletar('COMPLETAR', '2025-05-30')).toBe('2025-07-01');
    expect(terminos.limiteCompletar('COMPLETAR', '2025-05-30', true)).toBe('2025-07-30');
    expect(terminos.limiteCompletar('HD_COMPLETAR', '2026-04-13')).toBe('2026-06-16');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateInWords,
  instantInWords,
  localDate,
  localYear,
} from '../../../../api/base/kernel/local-date';

describe('a Colombian day', () => {
  it.each([
    ['2026-05-29T23:59:59.999-05:00', '2026-05-29'],
    ['2026-05-30T00:00:00Z', '2026-05-29'],
    ['2026-05-30T04:59:59Z', '2026-05-29'],
    ['2026-05-30T05:00:00Z', '2026-05-30'],
    ['1992-07-01T04:30:00Z', '1992-07-01'],
  ])('of %s is %s', (instant, day) => {
    expect(localDate(new Date(instant))).toBe(day);
  });

  it('ends the year at midnight in Bogotá', () => {
    expect(localYear(new Date('2027-01-01T04:59:59Z'))).toBe(2026);
    expect(localYear(new Date('2027-01-01T05:00:00Z'))).toBe(2027);
  });

  it('is read aloud in full', () => {
    expect(dateInWords('2026-12-16')).toBe('miércoles, 16 de diciembre de 2026');
    expect(instantInWords(new Date('2026-12-16T20:04:00Z'))).toBe(
      'miércoles, 16 de diciembre de 2026, 3:04 p. m.',
    );
  });

  it('moves forward and back by days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    const day = fc.date({ min: new Date('1984-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (date, n) => {
        const start = date.toISOString().slice(0, 10);
        expect(addDays(addDays(start, n), -n)).toBe(start);
      }),
    );
  });
});

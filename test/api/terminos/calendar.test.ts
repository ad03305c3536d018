import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { addDays } from '../../../api/base/kernel/local-date';
import { createCalendar } from '../../../api/terminos/calendar';
import { easterSunday } from '../../../api/terminos/easter';
import { holidaysOf } from '../../../api/terminos/holidays';
import { legal, terminos } from './legal-of-content';

const { festivos } = legal;
const years = Array.from({ length: 2100 - 1984 + 1 }, (_, index) => 1984 + index);

/** Holidays of `date-holidays` that no Colombian law makes one: a Sunday, it never counts anyway. */
const NOT_BY_LAW = new Set(['Pascua']);

/** Reference table: day observed per year. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'Año Nuevo': ['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'],
  'Reyes Magos': ['2024-01-08', '2025-01-06', '2026-01-12', '2027-01-11'],
  'San José': ['2024-03-25', '2025-03-24', '2026-03-23', '2027-03-22'],
  'Jueves Santo': ['2024-03-28', '2025-04-17', '2026-04-02', '2027-03-25'],
  'Viernes Santo': ['2024-03-29', '2025-04-18', '2026-04-03', '2027-03-26'],
  'Día del Trabajo': ['2024-05-01', '2025-05-01', '2026-05-01', '2027-05-01'],
  'Ascensión del Señor': ['2024-05-13', '2025-06-02', '2026-05-18', '2027-05-10'],
  'Corpus Christi': ['2024-06-03', '2025-06-23', '2026-06-08', '2027-05-31'],
  'Sagrado Corazón de Jesús': ['2024-06-10', '2025-06-30', '2026-06-15', '2027-06-07'],
  'San Pedro y San Pablo': ['2024-07-01', '2025-06-30', '2026-06-29', '2027-07-05'],
  'Nuestra Señora del Rosario de Chiquinquirá': ['', '', '2026-07-13', '2027-07-12'],
  'Independencia de Colombia': ['2024-07-20', '2025-07-20', '2026-07-20', '2027-07-20'],
  'Batalla de Boyacá': ['2024-08-07', '2025-08-07', '2026-08-07', '2027-08-07'],
  'Asunción de la Virgen': ['2024-08-19', '2025-08-18', '2026-08-17', '2027-08-16'],
  'Día de la Raza': ['2024-10-14', '2025-10-13', '2026-10-12', '2027-10-18'],
  'Todos los Santos': ['2024-11-04', '2025-11-03', '2026-11-02', '2027-11-01'],
  'Independencia de Cartagena': ['2024-11-11', '2025-11-17', '2026-11-16', '2027-11-15'],
  'Inmaculada Concepción': ['2024-12-08', '2025-12-08', '2026-12-08', '2027-12-08'],
  Navidad: ['2024-12-25', '2025-12-25', '2026-12-25', '2027-12-25'],
};

describe('holidays by rule (Ley 51 de 1983; Ley 2578 de 2026)', () => {
  const library = new Holidays('CO');

  it.each(years)('equal an independent library in %i', (year) => {
    const theirs = library
      .getHolidays(year)
      .filter(({ type, name }) => type === 'public' && !NOT_BY_LAW.has(name))
      .map(({ date }) => date.slice(0, 10));
    expect([...holidaysOf(year, festivos).keys()].toSorted()).toEqual([...new Set(theirs)].toSorted());
  });

  it.each([2024, 2025, 2026, 2027].map((year, index) => ({ year, index })))(
    'fall on the days of the reference table in $year',
    ({ year, index }) => {
      const expected = new Map<string, string>();
      for (const [name, days] of Object.entries(TABLE)) {
        const day = days[index] ?? '';
        if (day) expected.set(day, expected.has(day) ? `${expected.get(day)} y ${name}` : name);
      }
      const found = [...holidaysOf(year, festivos)].map(([day, { nombre }]) => [day, nombre]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    },
  );

  it('has Easter Sunday on the published days', () => {
    expect([2024, 2025, 2026, 2027].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
    ]);
  });

  it('counts two holidays on one Monday once, with both names', () => {
    expect(terminos.calendar.whyNot('2025-06-30')).toEqual({
      omitido: 'FESTIVO',
      nombre: 'Sagrado Corazón de Jesús y San Pedro y San Pablo',
      norma: 'Ley 51 de 1983, arts. 1 y 2',
    });
  });

  it.each(['2024-07-08', '2024-07-09', '2024-07-15', '2025-07-09', '2025-07-14'])(
    'leaves %s an ordinary business day: Ley 2578 starts in 2026',
    (day) => {
      expect(terminos.calendar.isBusinessDay(day)).toBe(true);
    },
  );

  it('names Ley 2578 de 2026 as the norm of its holiday', () => {
    expect(terminos.calendar.whyNot('2026-07-13')).toMatchObject({ norma: 'Ley 2578 de 2026, art. 6' });
  });
});

describe('the business calendar', () => {
  it.each([
    [2024, 246],
    [2025, 245],
    [2026, 242],
    [2027, 245],
  ])('has in %i exactly %i business days', (year, count) => {
    let days = 0;
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      if (terminos.calendar.isBusinessDay(day)) days += 1;
    }
    expect(days).toBe(count);
  });

  it.each(['2026-12-24', '2026-12-31', '2026-03-30', '2026-03-31', '2026-04-01'])(
    'counts %s: without a formal act no other day is off',
    (day) => {
      expect(terminos.calendar.whyNot(day)).toBeUndefined();
    },
  );

  it('gives the next business day over a holiday and a weekend', () => {
    expect(terminos.calendar.nextBusinessDay('2026-07-10')).toBe('2026-07-14');
    expect(terminos.calendar.onOrAfter('2026-07-10')).toBe('2026-07-10');
    expect(terminos.calendar.onOrAfter('2026-07-11')).toBe('2026-07-14');
  });

  it('skips a local day with its decree, but names the holiday or the weekend first', () => {
    const days = ['2026-12-24', '2026-12-25', '2026-12-26'].map((fecha) => ({ fecha, decreto: 'D-1' }));
    const calendar = createCalendar(festivos, days);
    expect(calendar.whyNot('2026-12-24')).toEqual({ omitido: 'LOCAL', decreto: 'D-1' });
    expect(calendar.whyNot('2026-12-25')).toMatchObject({ omitido: 'FESTIVO', nombre: 'Navidad' });
    expect(calendar.whyNot('2026-12-26')).toEqual({ omitido: 'FIN_DE_SEMANA' });
  });

  it('has a version that follows every rule and local day, not their order nor their notes', () => {
    const one = { fecha: '2026-12-24', decreto: 'D-1' };
    const other = { fecha: '2026-12-31', decreto: 'D-2' };
    const version = createCalendar(festivos, [one, other]).version;
    const noted = festivos.map((rule) => ({ ...rule, nota: 'leída', fuente: ['S42'] }));
    expect(createCalendar(noted, [other, one]).version).toBe(version);
    expect(createCalendar(festivos, [one]).version).not.toBe(version);
    expect(createCalendar(festivos, [one, { ...other, decreto: 'D-3' }]).version).not.toBe(version);
    expect(createCalendar(festivos.slice(1), [one, other]).version).not.toBe(version);
    expect(createCalendar(festivos, [one]).withLocalDays([other]).version).toBe(version);
  });
});

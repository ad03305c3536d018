import { createHash } from 'node:crypto';
import { addDays } from '../base/kernel/local-date';
import type { LocalDate } from '../base/kernel/local-date';
import type { DiaLocal, Festivo } from '../../content/schemas/legal';
import { holidaysOf } from './holidays';
import type { Holiday } from './holidays';
import { weekday } from './weekday';

/** Why a day does not count in a legal term. */
export type MotivoNoHabil =
  | { readonly omitido: 'FIN_DE_SEMANA' }
  | { readonly omitido: 'FESTIVO'; readonly nombre: string; readonly norma: string }
  | { readonly omitido: 'LOCAL'; readonly decreto: string };

/** A day that a formal act of the town makes non-business. */
export type LocalDay = Pick<DiaLocal, 'fecha' | 'decreto'>;

/** The days that count in legal terms: Monday to Friday but holidays and local days (Ley 4 de 1913, art. 62). */
export interface BusinessCalendar {
  /** Changes when any rule or local day changes; open cases are then counted again. */
  readonly version: string;
  /** Undefined for a business day. */
  whyNot(day: LocalDate): MotivoNoHabil | undefined;
  isBusinessDay(day: LocalDate): boolean;
  /** Whether it is a holiday or a local day, also on a Saturday or a Sunday. */
  isHoliday(day: LocalDate): boolean;
  /** The first business day after `day`. */
  nextBusinessDay(day: LocalDate): LocalDate;
  /** `day` itself when it is a business day, else the next one. */
  onOrAfter(day: LocalDate): LocalDate;
  /** The same calendar with more local days. */
  withLocalDays(days: readonly LocalDay[]): BusinessCalendar;
}

/** A calendar from the rules for holidays and the local days that stop terms. */
export function createCalendar(
  festivos: readonly Festivo[],
  localDays: readonly LocalDay[] = [],
): BusinessCalendar {
  const holidays = memoByYear((year) => holidaysOf(year, festivos));
  const locals = new Map(localDays.map(({ fecha, decreto }) => [fecha, decreto]));
  const holidayOn = (day: LocalDate) => holidays(Number(day.slice(0, 4))).get(day);
  const whyNot = (day: LocalDate): MotivoNoHabil | undefined => {
    if (weekday(day) % 6 === 0) return { omitido: 'FIN_DE_SEMANA' };
    const holiday = holidayOn(day);
    if (holiday) return { omitido: 'FESTIVO', nombre: holiday.nombre, norma: holiday.norma };
    const decreto = locals.get(day);
    return decreto === undefined ? undefined : { omitido: 'LOCAL', decreto };
  };
  const onOrAfter = (day: LocalDate): LocalDate => {
    let found = day;
    while (whyNot(found)) found = addDays(found, 1);
    return found;
  };
  const calendar: BusinessCalendar = {
    version: versionOf(festivos, locals),
    whyNot,
    isBusinessDay: (day) => whyNot(day) === undefined,
    isHoliday: (day) => holidayOn(day) !== undefined || locals.has(day),
    nextBusinessDay: (day) => onOrAfter(addDays(day, 1)),
    onOrAfter,
    withLocalDays: (days) =>
      days.length === 0 ? calendar : createCalendar(festivos, [...localDays, ...days]),
  };
  return calendar;
}

function memoByYear(of: (year: number) => ReadonlyMap<LocalDate, Holiday>) {
  const known = new Map<number, ReadonlyMap<LocalDate, Holiday>>();
  return (year: number): ReadonlyMap<LocalDate, Holiday> => {
    const found = known.get(year) ?? of(year);
    known.set(year, found);
    return found;
  };
}

/** Only what can change a count enters: a corrected note leaves every case as it was. */
function versionOf(festivos: readonly Festivo[], locals: ReadonlyMap<LocalDate, string>): string {
  const rules = festivos.map(({ nombre, norma, vigencia: { desde, hasta }, ...rule }) => [
    nombre,
    norma,
    desde,
    hasta,
    rule.tipo === 'PASCUA' ? [rule.desplazamiento] : [rule.tipo, rule.mes, rule.dia],
  ]);
  const days = [...locals].toSorted(([a], [b]) => a.localeCompare(b));
  return createHash('sha256')
    .update(JSON.stringify([rules, days]))
    .digest('hex')
    .slice(0, 16);
}

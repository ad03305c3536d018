import type { LocalDate } from '../base/kernel/local-date';
import type { BusinessCalendar } from './calendar';

/** The same day number `months` later, or the last day of that month when it does not exist. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastDay.setUTCDate(Math.min(number, lastDay.getUTCDate()));
  return lastDay.toISOString().slice(0, 10);
}

/**
 * Last day of a term in months: it runs by the calendar, and moves to the next business day when it ends on another
 * (Ley 4 de 1913, arts. 59 and 62; Consejo de Estado, exp. 23455).
 */
export const endOfMonths = (day: LocalDate, months: number, calendar: BusinessCalendar): LocalDate =>
  calendar.onOrAfter(addMonths(day, months));

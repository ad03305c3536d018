import type { LocalDate } from '../base/kernel/local-date';
import type { Politica } from '../../content/schemas/legal';
import type { BusinessCalendar } from './calendar';

export type { Politica } from '../../content/schemas/legal';

/**
 * The day on which something that arrived on `day` counts as received; day 1 of a term is the next business day.
 * STRICT: that same day. DEEMED: that day or the next business day (Consejo de Estado, exp. 27219).
 */
export const effectiveDay = (politica: Politica, day: LocalDate, calendar: BusinessCalendar): LocalDate =>
  politica === 'STRICT' ? day : calendar.onOrAfter(day);

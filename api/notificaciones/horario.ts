import { addDays, localDate, type LocalDate } from '../base/kernel/local-date';
import type { Horario } from '../../content/schemas/whatsapp';
import { weekday } from '../terminos/weekday';

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * The first instant, from `at` on, when somebody may be written to who has not just written: within the hours of the day,
 * never on a Sunday or a holiday.
 */
export function writableFrom(at: Date, horario: Horario, isHoliday: (day: LocalDate) => boolean): Date {
  for (let day = localDate(at); ; day = addDays(day, 1)) {
    const hours = isHoliday(day) ? undefined : hoursOf(day, horario);
    if (!hours) continue;
    const [opens, closes] = [hourOf(day, hours.desde), hourOf(day, hours.hasta)];
    if (at < opens) return opens;
    if (at < closes) return at;
  }
}

function hoursOf(day: LocalDate, { lunesAViernes, sabado }: Horario): Horario['sabado'] | undefined {
  const which = weekday(day);
  if (which === SUNDAY) return undefined;
  return which === SATURDAY ? sabado : lunesAViernes;
}

// Colombia has kept UTC-5 since 1993.
const hourOf = (day: LocalDate, hour: number): Date =>
  new Date(Date.parse(`${day}T00:00:00-05:00`) + hour * 3_600_000);

import { addDays, localDate } from '../base/kernel/local-date';
import type { LocalDate } from '../base/kernel/local-date';
import type { BusinessCalendar, LocalDay } from './calendar';
import type { DiaPrueba, Hechos, Prueba } from './prueba';
import { effectiveDay } from './receipt-policy';

/**
 * Counts a term day by day. The requirement day counts as used, and what is left runs from the day after the answer
 * counts as received (CPACA art. 17). A requirement after the term has run changes nothing; one on its last day leaves
 * zero days, and the term ends on the first business day on or after the answer.
 */
export function countDays(hechos: Hechos, calendar: BusinessCalendar): Prueba {
  const { politica, pausa, termino, prorroga, copias } = hechos;
  const total = termino + prorroga + copias;
  const recibido = localDate(hechos.recibidoEn);
  const efectivo = effectiveDay(politica, recibido, calendar);
  const resumes = (left: number): LocalDate => {
    if (!pausa) return efectivo;
    return effectiveDay(left === 0 ? 'DEEMED' : politica, pausa.respondido, calendar);
  };
  const dias = untilReceipt(recibido, efectivo, calendar);
  let day = efectivo;
  let counted = 0;
  let reanuda = resumes(total);
  for (;;) {
    const paused = pausa !== null && day >= pausa.requerido && day < resumes(total - counted);
    if (counted === total && !paused) break;
    if (paused) reanuda = resumes(total - counted);
    day = addDays(day, 1);
    const why = paused ? ({ omitido: 'PAUSA' } as const) : calendar.whyNot(day);
    dias.push(why ? { fecha: day, ...why } : { fecha: day, cuenta: ++counted });
  }
  return {
    formato: 1,
    regla: 'DIAS_HABILES',
    ...hechos,
    recibidoEn: hechos.recibidoEn.toISOString(),
    recibido,
    efectivo,
    pausa: pausa && pausa.requerido <= day ? { ...pausa, reanuda } : null,
    diasLocales: localDaysOf(recibido, day, calendar),
    dias,
    resultado: day,
    calendario: calendar.version,
  };
}

/** From the day it arrived to the day it counts as received; those before the latter are all non-business. */
function untilReceipt(recibido: LocalDate, efectivo: LocalDate, calendar: BusinessCalendar): DiaPrueba[] {
  const dias: DiaPrueba[] = [];
  for (let day = recibido; day < efectivo; day = addDays(day, 1)) {
    const why = calendar.whyNot(day);
    if (why) dias.push({ fecha: day, ...why });
  }
  return [...dias, { fecha: efectivo, omitido: 'RECIBO' }];
}

function localDaysOf(from: LocalDate, to: LocalDate, calendar: BusinessCalendar): LocalDay[] {
  const found: LocalDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const why = calendar.whyNot(day);
    if (why?.omitido === 'LOCAL') found.push({ fecha: day, decreto: why.decreto });
  }
  return found;
}

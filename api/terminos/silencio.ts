import type { LocalDate } from '../base/kernel/local-date';
import type { Silencios, Termino } from '../../content/schemas/legal';
import type { BusinessCalendar } from './calendar';
import { countDays } from './count-days';
import { hechosOf } from './hechos-of';
import { endOfMonths } from './months';
import type { Vencimiento } from './vencimiento';

/** What silence does. The case stays open and the answer is still owed. */
export interface Silencio {
  /** Without a notified decision by the end of this day the petition counts as denied (CPACA art. 83). */
  readonly negativo: LocalDate;
  /** Only for requests of information and documents (CPACA art. 14 n. 1). */
  readonly positivo?: {
    /** Unanswered by the end of this day, the request counts as granted. */
    readonly fecha: LocalDate;
    /** Last day to hand over the copies. */
    readonly copias: LocalDate;
  };
}

/** The dates of silence of a petition: negative from its filing, positive from the end of its term. */
export function silencioOf(
  vencimiento: Vencimiento,
  { silencioPositivo }: Pick<Termino, 'silencioPositivo'>,
  { negativo, positivo }: Silencios,
  calendar: BusinessCalendar,
): Silencio {
  const hechos = { ...hechosOf(vencimiento.prueba), copias: 0 };
  const filed = vencimiento.prueba.recibido;
  const usual = endOfMonths(filed, negativo.meses, calendar);
  const byLaw = countDays({ ...hechos, prorroga: 0, pausa: null }, calendar).resultado;
  const longer = byLaw > usual;
  const negative = longer ? endOfMonths(byLaw, negativo.mesesSiElPlazoEsMayor, calendar) : usual;
  if (!silencioPositivo) return { negativo: negative };
  const withCopies = countDays({ ...hechos, copias: positivo.diasParaCopias }, calendar);
  return {
    negativo: negative,
    positivo: { fecha: countDays(hechos, calendar).resultado, copias: withCopies.resultado },
  };
}

import { failure } from '../base/kernel/failures';
import type { Failure } from '../base/kernel/failures';
import { addDays, localDate } from '../base/kernel/local-date';
import type { LocalDate } from '../base/kernel/local-date';
import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import type { Politica } from '../../content/schemas/legal';
import type { BusinessCalendar } from './calendar';
import { countDays } from './count-days';
import type { Hechos, Prueba } from './prueba';

/** When an answer is due. Plain JSON, stored with the case. */
export interface Vencimiento {
  /** Last day to answer under `politica`. While `suspendido`, the day it was before the requirement. */
  readonly fecha: LocalDate;
  /** The same under STRICT: never later than `fecha`. Alerts and goals use it. */
  readonly fechaEstricta: LocalDate;
  readonly politica: Politica;
  /** Business days of the base term, without extension. */
  readonly diasTermino: number;
  /** Business days an extension may add; 0 when the law allows none. */
  readonly prorrogaMaxima: number;
  /** Present while the citizen has not completed the petition (CPACA art. 17): no day counts. */
  readonly suspendido?: {
    readonly desde: LocalDate;
    /** Business days that will be left when the citizen answers, by the STRICT count. */
    readonly diasRestantes: number;
  };
  readonly prueba: Prueba;
  /** Version of the calendar it was counted with. */
  readonly version: string;
}

/** What a due date is counted from. */
export interface Cuenta extends Omit<Hechos, 'pausa'> {
  readonly prorrogaMaxima: number;
  readonly requerimiento?: { readonly requerido: LocalDate; readonly respondido?: LocalDate };
}

/** The years for which the holidays are held to independent lists. */
const FIRST_DAY = '1984-01-01';
const LAST_DAY = '2100-12-31';
const LONGEST_PAUSE = 366;

/** Counts a due date under both policies. INVALID_INPUT when the dates contradict each other. */
export function vencimientoOf(cuenta: Cuenta, calendar: BusinessCalendar): Result<Vencimiento, Failure> {
  const { requerimiento, prorrogaMaxima, ...hechos } = cuenta;
  const wrong = wrongDate(hechos.recibidoEn, requerimiento);
  if (wrong) return err(failure('INVALID_INPUT', { campo: wrong }));
  const { requerido, respondido } = requerimiento ?? {};
  const pausa = requerido !== undefined && respondido !== undefined ? { requerido, respondido } : null;
  const prueba = countDays({ ...hechos, pausa }, calendar);
  const estricta =
    hechos.politica === 'STRICT' ? prueba : countDays({ ...hechos, politica: 'STRICT', pausa }, calendar);
  const open = requerido !== undefined && !pausa && requerido <= prueba.resultado;
  return ok({
    fecha: prueba.resultado,
    fechaEstricta: estricta.resultado,
    politica: hechos.politica,
    diasTermino: hechos.termino,
    prorrogaMaxima,
    ...(open && { suspendido: { desde: requerido, diasRestantes: countedAfter(estricta, requerido) } }),
    prueba,
    version: calendar.version,
  });
}

const countedAfter = ({ dias }: Prueba, day: LocalDate): number =>
  dias.filter((one) => 'cuenta' in one && one.fecha > day).length;

/** The name of the first date that cannot be, or undefined. */
function wrongDate(recibidoEn: Date, requerimiento: Cuenta['requerimiento']): string | undefined {
  if (Number.isNaN(recibidoEn.getTime())) return 'recibidoEn';
  const recibido = localDate(recibidoEn);
  if (recibido < FIRST_DAY || recibido > LAST_DAY) return 'recibidoEn';
  if (!requerimiento) return undefined;
  const { requerido, respondido = requerido } = requerimiento;
  if (!isDay(requerido) || requerido < recibido || requerido > LAST_DAY) return 'requerido';
  if (!isDay(respondido) || respondido < requerido) return 'respondido';
  return respondido > addDays(requerido, LONGEST_PAUSE) ? 'respondido' : undefined;
}

/** Whether it is a calendar day written `AAAA-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

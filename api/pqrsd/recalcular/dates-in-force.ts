import type { Failure } from '../../base/kernel/failures';
import type { LocalDate } from '../../base/kernel/local-date';
import { ok, type Result } from '../../base/kernel/result';
import type { Terminos } from '../../terminos/terminos';
import type { Vencimiento } from '../../terminos/vencimiento';
import type { DatosPqrsd, Pqrsd } from '../pqrsd';
import { countAgain } from './count-again';

/**
 * The dates of a case whose facts are now `changed`. What an order of an official moves is a new date, told as such. What
 * only the calendar moves keeps, for alerts, lists and goals, the earliest date that the person was told. The date
 * printed on the constancia is another field and is not touched. Failures: those of the terms.
 */
export function datesInForce(
  { recibidoEn, pqrsd: before }: Pick<Pqrsd, 'recibidoEn' | 'pqrsd'>,
  changed: DatosPqrsd,
  terminos: Pick<Terminos, 'vencimiento'>,
): Result<DatosPqrsd, Failure> {
  const counted = countAgain({ recibidoEn, pqrsd: changed }, terminos);
  if (!counted.ok) return counted;
  // Both under the same calendar: what is left of the difference is of the order.
  const withoutOrder = countAgain({ recibidoEn, pqrsd: before }, terminos);
  const isOfTheOrder = !withoutOrder.ok || withoutOrder.value.fecha !== counted.value.fecha;
  const told = isOfTheOrder ? counted.value.fecha : (before.vencePrometido ?? before.vencimiento.fecha);
  return ok({ ...changed, ...promised(counted.value, told) });
}

function promised(vencimiento: Vencimiento, told: LocalDate) {
  const { fecha, fechaEstricta } = vencimiento;
  return {
    vencimiento,
    venceEstricto: told < fechaEstricta ? told : fechaEstricta,
    vencePrometido: told < fecha ? told : undefined,
  };
}

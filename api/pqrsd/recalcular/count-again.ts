import type { Failure } from '../../base/kernel/failures';
import type { Result } from '../../base/kernel/result';
import type { Terminos } from '../../terminos/terminos';
import type { Vencimiento } from '../../terminos/vencimiento';
import type { DatosPqrsd, Pqrsd } from '../pqrsd';

/** What of a case its due date is counted from, and the one it has. */
export interface FechaDeCaso extends Pick<Pqrsd, 'recibidoEn'> {
  readonly pqrsd: Pick<DatosPqrsd, 'tipo' | 'requerimiento' | 'prorrogaDias' | 'vencimiento'>;
}

/** The due date that follows from the facts of a case under the calendar of now. Failures: those of the terms. */
export function countAgain(
  { recibidoEn, pqrsd }: FechaDeCaso,
  terminos: Pick<Terminos, 'vencimiento'>,
): Result<Vencimiento, Failure> {
  const { tipo, requerimiento, prorrogaDias, vencimiento } = pqrsd;
  const { politica } = vencimiento;
  return terminos.vencimiento({ recibidoEn, tipo, requerimiento, prorrogaDias, politica });
}

/** Whether another count gives a case the same dates and days left, whatever its proof skips on the way. */
export const isSameDate = (one: Vencimiento, other: Vencimiento): boolean =>
  one.fecha === other.fecha &&
  one.fechaEstricta === other.fechaEstricta &&
  one.suspendido?.diasRestantes === other.suspendido?.diasRestantes;

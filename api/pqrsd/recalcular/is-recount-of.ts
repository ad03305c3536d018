import { failure, type Failure } from '../../base/kernel/failures';
import { err, ok, type Result } from '../../base/kernel/result';
import type { Terminos } from '../../terminos/terminos';
import type { Orden } from '../orden';
import { countAgain, type FechaDeCaso } from './count-again';

/**
 * Whether the order says the dates as they are: between its decision and its writing, an official or the calendar may have
 * moved them. Failures: VERSION_CONFLICT, also when it was done already, and those of the terms.
 */
export function isRecountOf(
  caso: FechaDeCaso,
  { antes, ahora, calendario }: Extract<Orden, { readonly tipo: 'RECALCULAR' }>,
  terminos: Pick<Terminos, 'vencimiento'>,
): Result<true, Failure> {
  const counted = countAgain(caso, terminos);
  if (!counted.ok) return counted;
  const { fecha, version } = caso.pqrsd.vencimiento;
  const isSo =
    fecha === antes &&
    version !== calendario &&
    counted.value.fecha === ahora &&
    counted.value.version === calendario;
  return isSo ? ok(true) : err(failure('VERSION_CONFLICT'));
}

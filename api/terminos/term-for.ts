import { failure } from '../base/kernel/failures';
import type { Failure } from '../base/kernel/failures';
import type { LocalDate } from '../base/kernel/local-date';
import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import type { CodigoTermino, Termino } from '../../content/schemas/legal';

/** The term of a type for what is received on `day`: the row in force then. TERM_UNKNOWN when there is none. */
export function termFor(
  tipo: CodigoTermino,
  day: LocalDate,
  terms: readonly Termino[],
): Result<Termino, Failure> {
  const found = terms.find(
    ({ codigo, vigencia: { desde, hasta } }) =>
      codigo === tipo && (desde === null || desde <= day) && (hasta === null || day <= hasta),
  );
  return found ? ok(found) : err(failure('TERM_UNKNOWN', { tipo, dia: day }));
}

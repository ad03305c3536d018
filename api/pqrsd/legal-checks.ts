import { failure, type Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { err, ok, type Result } from '../base/kernel/result';
import type { Terminos } from '../terminos/terminos';
import type { Pqrsd } from './pqrsd';
import type { Orden } from './transitions';

type Rules = Pick<Terminos, 'vencimiento' | 'canExtend'>;

/**
 * What the law asks of an order besides the state of the case. Failures: those of the terms, and
 * TRANSITION_NOT_ALLOWED with the date that was passed.
 */
export function legalCheck(pqrsd: Pqrsd, orden: Orden, now: Date, terminos: Rules): Result<true, Failure> {
  switch (orden.tipo) {
    case 'PRORROGAR':
      return extension(pqrsd, orden, now, terminos);
    case 'REQUERIR':
      return requirement(pqrsd, orden, now, terminos);
    case 'RECLASIFICAR':
      return reclassification(pqrsd, orden, now, terminos);
    default:
      return ok(true);
  }
}

type Of<T extends Orden['tipo']> = Extract<Orden, { tipo: T }>;

/** Told before the term expires, with reasons and proof, within its maximum (CPACA 14 par.). */
function extension(pqrsd: Pqrsd, orden: Of<'PRORROGAR'>, now: Date, terminos: Rules): Result<true, Failure> {
  const checked = terminos.canExtend(pqrsd.pqrsd.vencimiento, {
    dias: orden.dias,
    informadoEn: now,
    motivos: orden.motivo,
    constanciaEnvio: orden.prueba !== '',
  });
  return checked.ok ? ok(true) : checked;
}

/** What is missing is asked for within ten days of filing (CPACA 17). */
function requirement(
  pqrsd: Pqrsd,
  { dia }: Of<'REQUERIR'>,
  now: Date,
  terminos: Rules,
): Result<true, Failure> {
  const { recibidoEn } = pqrsd;
  const limit = terminos.vencimiento({ recibidoEn, tipo: 'REQUERIR_COMPLETAR', politica: 'STRICT' });
  if (!limit.ok) return limit;
  const late = dia > limit.value.fecha || dia > localDate(now);
  return late ? notAllowed('REQUERIR', limit.value.fecha) : ok(true);
}

/** No later date by a new name once the term has run. */
function reclassification(
  { recibidoEn, pqrsd }: Pqrsd,
  { a }: Of<'RECLASIFICAR'>,
  now: Date,
  terminos: Rules,
): Result<true, Failure> {
  const { tipo, vencimiento } = pqrsd;
  if (localDate(now) <= vencimiento.fechaEstricta) return ok(true);
  const { politica } = vencimiento;
  const before = terminos.vencimiento({ recibidoEn, tipo, politica });
  const after = terminos.vencimiento({ recibidoEn, tipo: a, politica });
  if (!before.ok) return before;
  if (!after.ok) return after;
  return after.value.fecha > before.value.fecha ? notAllowed('RECLASIFICAR', vencimiento.fecha) : ok(true);
}

const notAllowed = (orden: string, hasta: string) => err(failure('TRANSITION_NOT_ALLOWED', { orden, hasta }));

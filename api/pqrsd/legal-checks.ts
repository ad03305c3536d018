import { failure, type Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { err, ok, type Result } from '../base/kernel/result';
import type { Terminos } from '../terminos/terminos';
import type { Pqrsd } from './pqrsd';
import { isRecountOf } from './recalcular/is-recount-of';
import type { Orden } from './orden';

export type Rules = Pick<Terminos, 'vencimiento' | 'canExtend' | 'limiteRequerir' | 'limiteCompletar'>;

/**
 * What the law asks of an order besides the state of the case. Failures: those of the terms, and
 * TRANSITION_NOT_ALLOWED with the date that was passed.
 */
export function legalCheck(pqrsd: Pqrsd, orden: Orden, now: Date, terminos: Rules): Result<true, Failure> {
  switch (orden.tipo) {
    case 'ASIGNAR':
      return assignment(pqrsd, orden);
    case 'PRORROGAR':
      return extension(pqrsd, orden, now, terminos);
    case 'REQUERIR':
      return requirement(pqrsd, orden, now, terminos);
    case 'RECLASIFICAR':
      return reclassification(pqrsd, orden, now, terminos);
    case 'COMPLETAR':
      return completion(pqrsd, orden, now);
    case 'DESISTIR':
      return withdrawal(pqrsd, orden, now, terminos);
    case 'RESPONDER':
      return withProof(orden.salida, orden.prueba);
    case 'TRASLADAR':
      return withProof(orden.salida, orden.entidadDestino);
    case 'NUMERAR':
      return firstNumber(pqrsd);
    case 'RECALCULAR':
      return isRecountOf(pqrsd, orden, terminos);
    default:
      return ok(true);
  }
}

type Of<T extends Orden['tipo']> = Extract<Orden, { tipo: T }>;

/** A complaint is not given to whom it is against. */
const assignment = ({ pqrsd }: Pqrsd, { dependencia }: Of<'ASIGNAR'>): Result<true, Failure> =>
  pqrsd.excluidas?.includes(dependencia) ? notAllowed('ASIGNAR', '') : ok(true);

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

/** What is missing is asked for within the days the law gives (CPACA 17; Ley 1581 de 2012, art. 15 n. 1). */
function requirement(
  pqrsd: Pqrsd,
  { dia }: Of<'REQUERIR'>,
  now: Date,
  terminos: Rules,
): Result<true, Failure> {
  const { recibidoEn } = pqrsd;
  const limit = terminos.limiteRequerir({ recibidoEn, tipo: pqrsd.pqrsd.tipo, politica: 'STRICT' });
  if (!limit.ok) return limit;
  const late = dia > limit.value.fecha || dia > localDate(now);
  return late ? notAllowed('REQUERIR', limit.value.fecha) : ok(true);
}

/** The citizen completes between the requirement and today. */
function completion({ pqrsd }: Pqrsd, { dia }: Of<'COMPLETAR'>, now: Date): Result<true, Failure> {
  const requerido = pqrsd.requerimiento?.requerido ?? '';
  const today = localDate(now);
  return dia < requerido || dia > today ? notAllowed('COMPLETAR', today) : ok(true);
}

/** Silence withdraws a petition only after the citizen's month has run (CPACA 17). */
function withdrawal(
  { pqrsd }: Pqrsd,
  { modo }: Of<'DESISTIR'>,
  now: Date,
  terminos: Rules,
): Result<true, Failure> {
  if (modo === 'EXPRESO') return ok(true);
  const requerido = pqrsd.requerimiento?.requerido;
  if (requerido === undefined) return notAllowed('DESISTIR', '');
  const limit = terminos.limiteCompletar('COMPLETAR', requerido);
  return localDate(now) > limit ? ok(true) : notAllowed('DESISTIR', limit);
}

/** What leaves the office names its outgoing radicado, and what was told, its proof. */
const withProof = (...proofs: readonly string[]): Result<true, Failure> =>
  proofs.every((proof) => proof.trim() !== '')
    ? ok(true)
    : err(failure('INVALID_INPUT', { campo: 'prueba' }));

/** A radicado is given once and never corrected (Acuerdo AGN 060 de 2001, art. 5). */
const firstNumber = ({ radicado }: Pqrsd): Result<true, Failure> =>
  radicado === undefined ? ok(true) : err(failure('TRANSITION_NOT_ALLOWED', { orden: 'NUMERAR' }));

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

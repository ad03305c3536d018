import { failure } from '../base/kernel/failures';
import type { Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import type { Vencimiento } from './vencimiento';

/** An extension that an official wants to record. */
export interface Prorroga {
  /** Business days after the base term. */
  readonly dias: number;
  /** When the citizen was told. */
  readonly informadoEn: Date;
  /** The reasons given to the citizen. */
  readonly motivos: string;
  /** There is proof that the notice was sent. */
  readonly constanciaEnvio: boolean;
}

/**
 * Whether an extension may be recorded (CPACA art. 14 par.; Ley 1581 de 2012, arts. 14 and 15): told before the term
 * expires under the strictest reading, with reasons, with proof of sending, within the maximum, and only once.
 * Gives back the days granted.
 */
export function canExtend(vencimiento: Vencimiento, prorroga: Prorroga): Result<number, Failure> {
  const { prueba, suspendido, fechaEstricta, prorrogaMaxima } = vencimiento;
  const { dias, informadoEn, motivos, constanciaEnvio } = prorroga;
  if (prueba.prorroga > 0) return err(failure('TERMINO_ALREADY_EXTENDED'));
  if (suspendido) return err(failure('TRANSITION_NOT_ALLOWED', { suspendido: suspendido.desde }));
  if (Number.isNaN(informadoEn.getTime()) || informadoEn.toISOString() < prueba.recibidoEn) {
    return err(failure('INVALID_INPUT', { campo: 'informadoEn' }));
  }
  if (localDate(informadoEn) > fechaEstricta) {
    return err(failure('PRORROGA_TOO_LATE', { vencio: fechaEstricta }));
  }
  if (!Number.isInteger(dias) || dias < 1) return err(failure('INVALID_INPUT', { campo: 'dias' }));
  if (dias > prorrogaMaxima) return err(failure('PRORROGA_TOO_LONG', { maximo: prorrogaMaxima }));
  if (motivos.trim() === '') return err(failure('INVALID_INPUT', { campo: 'motivos' }));
  if (!constanciaEnvio) return err(failure('INVALID_INPUT', { campo: 'constanciaEnvio' }));
  return ok(dias);
}

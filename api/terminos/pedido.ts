import { failure } from '../base/kernel/failures';
import type { Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import type { LegalData } from '../../content/load-legal';
import type { CodigoTermino, Politica } from '../../content/schemas/legal';
import { termFor } from './term-for';
import type { Cuenta } from './vencimiento';

/** What a due date is asked for. */
export interface Pedido {
  /** When the citizen's message arrived, whatever its radicación. */
  readonly recibidoEn: Date;
  readonly tipo: CodigoTermino;
  /** Business days already granted by an extension. */
  readonly prorrogaDias?: number;
  readonly requerimiento?: Cuenta['requerimiento'];
  /** A term set in the request itself by a control body or a judge, with its legal basis. */
  readonly terminoPropio?: { readonly dias: number; readonly base: string };
  /** Adds the days for copies after positive silence (CPACA art. 14 n. 1). */
  readonly copias?: boolean;
  /** Instead of the town's policy. */
  readonly politica?: Politica;
}

/** Longest term a request may set, in business days: beyond it somebody mistyped. */
const LONGEST_OWN_TERM = 365;

/** What to count for a request, by the law in force when it was received. */
export function cuentaOf(pedido: Pedido, legal: LegalData): Result<Cuenta, Failure> {
  const { recibidoEn, tipo, requerimiento, terminoPropio, prorrogaDias = 0, copias = false } = pedido;
  if (Number.isNaN(recibidoEn.getTime())) return err(failure('INVALID_INPUT', { campo: 'recibidoEn' }));
  const found = termFor(tipo, localDate(recibidoEn), legal.terminos);
  if (!found.ok) return found;
  const byLaw = found.value;
  if (terminoPropio && !isOwnTerm(terminoPropio))
    return err(failure('INVALID_INPUT', { campo: 'terminoPropio' }));
  // The extension of the law is for the terms of the law: one set by another authority is not ours to stretch.
  const { termino, norma, prorrogaMaxima } = terminoPropio
    ? { termino: terminoPropio.dias, norma: terminoPropio.base.trim(), prorrogaMaxima: 0 }
    : { termino: byLaw.dias, norma: byLaw.norma, prorrogaMaxima: byLaw.prorrogaMaxima };
  if (!Number.isInteger(prorrogaDias) || prorrogaDias < 0) {
    return err(failure('INVALID_INPUT', { campo: 'prorrogaDias' }));
  }
  if (prorrogaDias > prorrogaMaxima) return err(failure('PRORROGA_TOO_LONG', { maximo: prorrogaMaxima }));
  if (copias && !byLaw.silencioPositivo) return err(failure('INVALID_INPUT', { campo: 'copias' }));
  return ok({
    tipo,
    norma,
    termino,
    prorrogaMaxima,
    recibidoEn,
    requerimiento,
    politica: pedido.politica ?? politicaOf(legal),
    prorroga: prorrogaDias,
    copias: copias ? legal.silencios.positivo.diasParaCopias : 0,
  });
}

/** The receipt policy in force: the town's decision, or what applies until there is one. */
export const politicaOf = ({ politica: { recibo } }: LegalData): Politica =>
  recibo.decidida ?? recibo.mientras;

const isOwnTerm = ({ dias, base }: NonNullable<Pedido['terminoPropio']>): boolean =>
  Number.isInteger(dias) && dias >= 1 && dias <= LONGEST_OWN_TERM && base.trim() !== '';

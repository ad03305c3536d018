import type { LocalDate } from '../../base/kernel/local-date';
import type { QueSigue } from '../../base/kernel/seguimiento';
import { type DatosPqrsd, OPEN_STATES } from '../pqrsd';

/** What the law and the day say of a case. */
export interface Circumstances {
  readonly hoy: LocalDate;
  /** No norm confirms its term. */
  readonly estimada: boolean;
  /** Last day for the person to complete the petition (CPACA 17); undefined when no norm confirms it. */
  readonly limiteCompletar?: LocalDate;
}

/** What comes next in a case, and by when. A term that nobody confirmed is never late. */
export function nextFor(
  { estado, vencimiento }: Pick<DatosPqrsd, 'estado' | 'vencimiento'>,
  { hoy, estimada, limiteCompletar }: Circumstances,
): { readonly que: QueSigue; readonly hasta?: LocalDate } {
  if (!OPEN_STATES.has(estado)) return { que: 'NADA' };
  // What was asked for after the term had run does not stop it: the answer is still owed.
  if (estado === 'REQUERIDA' && vencimiento.suspendido) {
    if (limiteCompletar === undefined) return { que: 'COMPLETAR' };
    return { que: hoy > limiteCompletar ? 'COMPLETAR_VENCIDO' : 'COMPLETAR', hasta: limiteCompletar };
  }
  const { fecha } = vencimiento;
  if (estimada) return { que: 'RESPUESTA_ESTIMADA', hasta: fecha };
  return { que: hoy > fecha ? 'RESPUESTA_VENCIDA' : 'RESPUESTA', hasta: fecha };
}

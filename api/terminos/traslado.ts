import type { Failure } from '../base/kernel/failures';
import { ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import type { CodigoTermino } from '../../content/schemas/legal';
import type { Vencimiento } from './vencimiento';

/** A petition that moves to another dependencia of the Alcaldía, or to another entity that received it at an instant. */
export type Traslado =
  | { readonly a: 'DEPENDENCIA' }
  | { readonly a: 'ENTIDAD'; readonly tipo: CodigoTermino; readonly recibidoEn: Date };

/** The term to send on a petition: claims about personal data have their own (Ley 1581 de 2012, art. 15). */
export const trasladoTerm = (tipo: CodigoTermino): CodigoTermino =>
  tipo === 'HD_RECLAMO' ? 'HD_TRASLADO' : 'TRASLADO';

/** The term to ask the citizen for what is missing; for claims about personal data, that of the same article. */
export const requerirTerm = (tipo: CodigoTermino): CodigoTermino =>
  tipo === 'HD_RECLAMO' ? 'HD_REQUERIR' : 'REQUERIR_COMPLETAR';

/**
 * A move inside the Alcaldía never resets the term. Another entity's term starts the day after it receives the
 * petition (CPACA art. 21), counted with our calendar: its local days are not known here.
 */
export const afterTraslado = (
  vencimiento: Vencimiento,
  traslado: Traslado,
  count: (pedido: { tipo: CodigoTermino; recibidoEn: Date }) => Result<Vencimiento, Failure>,
): Result<Vencimiento, Failure> =>
  traslado.a === 'DEPENDENCIA'
    ? ok(vencimiento)
    : count({ tipo: traslado.tipo, recibidoEn: traslado.recibidoEn });

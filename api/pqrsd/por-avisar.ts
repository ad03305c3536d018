import { HECHOS } from '../../content/schemas/whatsapp';
import type { DatosPqrsd } from './pqrsd';

/** What the person is told of, and the public notice that tells them when nothing else could. */
const TOLD: ReadonlySet<string> = new Set([...HECHOS, 'AVISO_FIJADO']);

/**
 * The events of a case that its person is still to be told of, with the one that an order leaves. Another type is told
 * only when it brings another date.
 */
export function porAvisarAfter(
  before: DatosPqrsd,
  after: DatosPqrsd,
  evento: { readonly n: number; readonly tipo: string },
): Pick<DatosPqrsd, 'porAvisar'> {
  const { n, tipo } = evento;
  const isSameDate = before.vencimiento.fecha === after.vencimiento.fecha;
  if (!TOLD.has(tipo) || (tipo === 'RECLASIFICADA' && isSameDate)) return {};
  return { porAvisar: [...(before.porAvisar ?? []), n] };
}

import type { TipoPqrsd } from '../../../api/base/kernel/vocabulary';
import type { Facts, Move, Say } from '../dialog';
import { type Draft, hasContact, isEmpty } from './draft';

/** The tipos that are usually about a place. */
const OF_A_PLACE: ReadonlySet<TipoPqrsd> = new Set([
  'PETICION',
  'QUEJA',
  'RECLAMO',
  'SUGERENCIA',
  'DENUNCIA',
]);

/**
 * The first question still without an answer; the summary when there is none. A number of document is never asked for
 * on WhatsApp: a third party carries it.
 */
export function nextStep(draft: Draft, { canal }: Pick<Facts, 'canal'>): string {
  if (isEmpty(draft)) return 'texto';
  if (!draft.tipoVisto) return 'tipo';
  if (!draft.lugarVisto && draft.tramite === undefined && OF_A_PLACE.has(draft.tipo)) return 'lugar';
  if (draft.modo === undefined) return 'modo';
  if (draft.modo === 'ANONIMO') return 'resumen';
  if (draft.nombre === undefined) return 'nombre';
  if (!draft.documentoVisto && canal !== 'WHATSAPP') return 'documento';
  return hasContact(draft) ? 'resumen' : 'contacto';
}

/** On to what is missing. */
export const goOn = (draft: Draft, facts: Facts, say?: Say): Move<Draft> => ({
  kind: 'goto',
  step: nextStep(draft, facts),
  data: draft,
  say,
});

export const goTo = (step: string, data: Draft, say?: Say): Move<Draft> => ({
  kind: 'goto',
  step,
  data,
  say,
});

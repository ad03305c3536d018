import type { Canal, TipoPqrsd } from '../../../api/base/kernel/vocabulary';
import { isSoloVoz, isVoz } from '../../../api/base/kernel/voz';
import { traitsOf } from '../../channels/traits';
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

/** Those that may be against somebody of the Alcaldía. */
const OF_SOMEBODY: ReadonlySet<TipoPqrsd> = new Set(['QUEJA', 'DENUNCIA']);

export const isOfSomebody = ({ tipo }: Pick<Draft, 'tipo'>): boolean => OF_SOMEBODY.has(tipo);

/**
 * The first question still without an answer; the summary when there is none. What is told by voice alone is asked
 * nothing that its recording may say.
 */
export function nextStep(draft: Draft, { canal }: Pick<Facts, 'canal'>): string {
  if (isEmpty(draft)) return 'texto';
  return ofThePetition(draft) ?? ofThePerson(draft, canal) ?? 'resumen';
}

function ofThePetition(draft: Draft): string | undefined {
  const { tipo, tipoVisto, contraVisto, lugarVisto, tramite } = draft;
  const isSpoken = isSoloVoz(draft);
  if (!tipoVisto && !isSpoken) return 'tipo';
  if (!contraVisto && isOfSomebody(draft)) return 'contra';
  return !lugarVisto && !isSpoken && tramite === undefined && OF_A_PLACE.has(tipo) ? 'lugar' : undefined;
}

function ofThePerson(draft: Draft, canal: Canal): string | undefined {
  const { modo, nombre, documentoVisto } = draft;
  if (modo === undefined) return 'modo';
  if (modo === 'ANONIMO') return revealsVoice(draft) ? 'voz_anonima' : undefined;
  if (nombre === undefined) return 'nombre';
  if (!documentoVisto && !isSoloVoz(draft)) return documentStep(canal);
  return hasContact(draft) ? undefined : 'contacto';
}

/** Where the number of a document is asked for; by a channel of another company it is not, but how to give it is told. */
export const documentStep = (canal: Canal): string =>
  traitsOf(canal).ofThirdParty ? 'identificacion' : 'documento';

const revealsVoice = ({ anexos, vozVista }: Draft): boolean => !vozVista && anexos.some(isVoz);

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

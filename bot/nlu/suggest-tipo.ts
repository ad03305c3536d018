import type { TipoPqrsd } from '../../api/base/kernel/vocabulary';
import type { Guess } from './intent-model';
import type { LabelledExamples } from './labels';

/** Share of the guesses for filing that a type needs; with less it is doubtful. */
const SHARE = 0.5;

/** A consulta has twice the time of a petition, so a wrong one harms the petitioner: it needs near certainty. */
const CONSULTA_SHARE = 0.9;

/**
 * The type a text suggests, by the definitions of the law's types; PETICION when doubtful. Nothing when the person only
 * says that they want to file.
 */
export function suggestTipo(
  guesses: readonly Guess[],
  meaningOf: LabelledExamples['meaningOf'],
): TipoPqrsd | undefined {
  const filing = guesses.filter(({ label }) => meaningOf.get(label)?.intencion === 'radicar');
  const best = filing[0];
  if (!best) return undefined;
  const tipo = meaningOf.get(best.label)?.tipo;
  if (tipo === undefined) return undefined;
  const share = best.probability / filing.reduce((sum, { probability }) => sum + probability, 0);
  return share >= (tipo === 'CONSULTA' ? CONSULTA_SHARE : SHARE) ? tipo : 'PETICION';
}

import { localDate } from '../base/kernel/local-date';
import type { TipoPqrsd } from '../base/kernel/vocabulary';
import type { Terminos } from '../terminos/terminos';

/** The mark of a due date whose term is not confirmed by law: it is told as an estimate, never as a duty. */
export interface Plazo {
  readonly plazoPorConfirmar?: true;
}

/** Marks a petition by the term in force on the day of its receipt; one without a term has none to rely on. */
export function plazoOf(terminos: Pick<Terminos, 'termFor'>, tipo: TipoPqrsd, recibidoEn: Date): Plazo {
  const term = terminos.termFor(tipo, localDate(recibidoEn));
  return term.ok && term.value.confirmado ? {} : { plazoPorConfirmar: true };
}

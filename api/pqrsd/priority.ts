import type { Solicitud } from '../base/kernel/solicitud';
import type { Prioridad } from '../base/kernel/vocabulary';

/**
 * Priority as the citizen's signals suggest it: danger to life asks for immediate measures (CPACA 20, unconfirmed
 * wording), a minor's petition has a preferential turn (Decreto-Ley 019 de 2012, unconfirmed wording). An official may
 * change it; it never shortens or lengthens the term.
 */
export function suggestedPriority(senales: Solicitud['senales']): Prioridad {
  if (senales?.riesgoDeVida) return 'URGENTE';
  return senales?.menorDeEdad ? 'PREFERENTE' : 'NORMAL';
}

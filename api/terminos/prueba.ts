import type { LocalDate } from '../base/kernel/local-date';
import type { CodigoTermino, Politica } from '../../content/schemas/legal';
import type { LocalDay, MotivoNoHabil } from './calendar';

/** A calendar day of a proof: its number in the count, or why it does not count. */
export type DiaPrueba =
  | { readonly fecha: LocalDate; readonly cuenta: number }
  /** The day that counts as received; day 1 comes after it. */
  | { readonly fecha: LocalDate; readonly omitido: 'RECIBO' }
  /** After the requirement, up to the day that counts as the citizen's answer (CPACA art. 17). */
  | { readonly fecha: LocalDate; readonly omitido: 'PAUSA' }
  | ({ readonly fecha: LocalDate } & MotivoNoHabil);

/** The requirement to complete a petition and the citizen's answer (CPACA art. 17). */
export interface Pausa {
  readonly requerido: LocalDate;
  readonly respondido: LocalDate;
}

/** What a count starts from. Days are business days. */
export interface Hechos {
  readonly tipo: CodigoTermino;
  /** Where the term comes from. */
  readonly norma: string;
  readonly politica: Politica;
  readonly recibidoEn: Date;
  readonly termino: number;
  readonly prorroga: number;
  /** Days for copies after positive silence. */
  readonly copias: number;
  readonly pausa: Pausa | null;
}

/**
 * Plain JSON that shows how a due date comes about, so that anybody can count again: the facts, then every calendar
 * day from receipt to result. `verifyProof` checks it without any other code of ours.
 */
export interface Prueba extends Omit<Hechos, 'recibidoEn' | 'pausa'> {
  readonly formato: 1;
  /** Business days counted from the day after receipt (Ley 4 de 1913, arts. 59-62). */
  readonly regla: 'DIAS_HABILES';
  /** ISO instant, in UTC. */
  readonly recibidoEn: string;
  /** The day of that instant in Colombia. */
  readonly recibido: LocalDate;
  /** The day it counts as received under the policy. */
  readonly efectivo: LocalDate;
  /** `reanuda` is the day that counts as answered; counting goes on the day after. */
  readonly pausa: (Pausa & { readonly reanuda: LocalDate }) | null;
  /** The local days that changed this count. */
  readonly diasLocales: readonly LocalDay[];
  readonly dias: readonly DiaPrueba[];
  readonly resultado: LocalDate;
  /** Version of the calendar it was counted with. */
  readonly calendario: string;
}

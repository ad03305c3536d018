import type { LocalDate } from './local-date';
import type { AnexoNoRecibido, AnexoRecibido } from './solicitud';
import type { EstadoPqrsd, TipoPqrsd } from './vocabulary';

/** Something said in a case after its filing, as its person reads it. */
export interface MensajeDicho {
  /** Its order in the case. */
  readonly n: number;
  readonly de: 'CIUDADANO' | 'ENTIDAD';
  readonly en: Date;
  readonly texto: string;
  /** File names, as their sender called them. */
  readonly archivos: readonly string[];
  readonly noRecibidos: readonly AnexoNoRecibido[];
}

/** What comes next in a case; its words are `seguimiento.sigue.CODE`. */
export type QueSigue =
  /** The answer, by `hasta`. */
  | 'RESPUESTA'
  /** The answer, by a date that no norm confirms. */
  | 'RESPUESTA_ESTIMADA'
  /** The answer, which was due on `hasta` and is still owed. */
  | 'RESPUESTA_VENCIDA'
  /** The person completes the petition, by `hasta` (CPACA 17). */
  | 'COMPLETAR'
  /** The time to complete it ran out on `hasta`; nobody has closed it yet. */
  | 'COMPLETAR_VENCIDO'
  | 'NADA';

/** How a due date was counted, to be told in words. Days are business days. */
export interface CuentaDelPlazo {
  readonly recibido: LocalDate;
  /** The day it counts as received; day 1 is the business day after it. */
  readonly efectivo: LocalDate;
  /** Base term. */
  readonly dias: number;
  /** Days of an extension; 0 when there is none. */
  readonly prorroga: number;
  readonly primerDia?: LocalDate;
  readonly ultimoDia: LocalDate;
  /** Holidays skipped, by name. */
  readonly festivos: readonly { readonly fecha: LocalDate; readonly nombre: string }[];
  /** Days that the town declared as not counting, by their act. */
  readonly locales: readonly { readonly fecha: LocalDate; readonly acto: string }[];
  /** While the person completed the petition no day counted. */
  readonly pausa?: { readonly desde: LocalDate; readonly hasta: LocalDate };
}

/** Why a due date is no longer the one first told; its words are `seguimiento.cambio.CODE`. */
export type CausaDeCambio = 'PRORROGADA' | 'REQUERIDA' | 'COMPLETADA' | 'RECLASIFICADA' | 'CALENDARIO';

/** A change of the due date. */
export interface CambioDeFecha {
  readonly causa: CausaDeCambio;
  /** Absent when no event says when. */
  readonly en?: Date;
  /** Business days of an extension. */
  readonly dias?: number;
  /** The new tipo of a reclassified petition. */
  readonly tipo?: TipoPqrsd;
}

/** A public notice about a case, to be read at `/avisos/{aviso}`. */
export interface AvisoPublicado {
  readonly aviso: string;
  /** It is kept at the same address, no longer posted. */
  readonly desfijado: boolean;
}

/** A case as its citizen may see it: neither their name nor their petition. */
export interface Seguimiento {
  readonly recepcion: string;
  readonly radicado?: string;
  readonly tipo: TipoPqrsd;
  readonly estado: EstadoPqrsd;
  /** Filed without a name: nothing of it may stay where it was asked from. */
  readonly anonima?: true;
  readonly recibidoEn: Date;
  readonly vence: LocalDate;
  /** As printed on the constancia. */
  readonly venceImpreso: LocalDate;
  /** No norm confirms its term: `vence` is an estimate to be told as such, not a duty. */
  readonly plazoPorConfirmar?: true;
  /** Still unanswered after `vence`; never for an estimate. */
  readonly vencida: boolean;
  readonly dependencia?: string;
  readonly sigue: { readonly que: QueSigue; readonly hasta?: LocalDate };
  readonly cuenta: CuentaDelPlazo;
  /** Oldest first. */
  readonly cambios: readonly CambioDeFecha[];
  /** What happened, oldest first, by a code that has its words in `content/textos`; `medio` is how the person was told. */
  readonly pasos: readonly { readonly tipo: string; readonly en: Date; readonly medio?: string }[];
  /** Oldest first. */
  readonly mensajes: readonly MensajeDicho[];
  /** In the order in which they were posted. */
  readonly avisos: readonly AvisoPublicado[];
  /** Whether something can still be added to it. */
  readonly admiteMensajes: boolean;
  readonly prueba: boolean;
}

/** What opens a case to its person: its code, or being in the chat that filed it with a name. */
export type LlaveDeCaso =
  | { readonly numero: string; readonly codigo: string }
  | { readonly recepcion: string; readonly conversacion: string };

/** What a person adds to a case of theirs. It never changes its term. */
export interface Adicion {
  /** Stable for one act of adding: repeating it adds nothing. */
  readonly clave: string;
  readonly caso: LlaveDeCaso;
  readonly texto: string;
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
}

/** An open case that looks like a petition about to be filed. */
export interface Parecida {
  readonly recepcion: string;
  readonly radicado?: string;
  readonly tipo: TipoPqrsd;
  readonly recibidoEn: Date;
  /** Filed from the same chat: only then may its number be told. */
  readonly propia: boolean;
}

/** The office's words that the person has not answered yet. */
export const sinContestar = (mensajes: readonly MensajeDicho[]): readonly MensajeDicho[] =>
  mensajes.slice(mensajes.findLastIndex(({ de }) => de === 'CIUDADANO') + 1);

import type { LocalDate } from '../base/kernel/local-date';
import type { AnexoNoRecibido, AnexoRecibido } from '../base/kernel/solicitud';
import type { TipoPqrsd } from '../base/kernel/vocabulary';

/** What an official can do to a case. `motivo` and `nota` are words: `applyOrden` seals them before anything is stored. */
export type Orden =
  | { readonly tipo: 'ASIGNAR'; readonly dependencia: string }
  | { readonly tipo: 'RECLASIFICAR'; readonly a: TipoPqrsd; readonly motivo: string }
  | { readonly tipo: 'REQUERIR'; readonly dia: LocalDate; readonly motivo: string }
  | { readonly tipo: 'COMPLETAR'; readonly dia: LocalDate }
  | { readonly tipo: 'PRORROGAR'; readonly dias: number; readonly motivo: string; readonly prueba: string }
  | { readonly tipo: 'TRASLADAR'; readonly entidadDestino: string; readonly salida: string }
  | { readonly tipo: 'RESPONDER'; readonly salida: string; readonly prueba: string }
  | { readonly tipo: 'DESISTIR'; readonly modo: 'EXPRESO' | 'TACITO'; readonly motivo: string }
  | { readonly tipo: 'ANULAR'; readonly motivo: string }
  | { readonly tipo: 'ANOTAR'; readonly nota: string }
  /** The person adds to the case or answers in it; `clave` makes it happen once. */
  | ({ readonly tipo: 'ADICIONAR' } & DichoEnCaso)
  /** The office asks or tells the person something in the case. It is not an answer nor a requirement of art. 17. */
  | ({ readonly tipo: 'PREGUNTAR' } & DichoEnCaso)
  /** A named official listened to a verbal petition and wrote what is asked and why (Decreto 1166 de 2016, items 4, 5 and 7). */
  | {
      readonly tipo: 'ESCUCHAR';
      readonly objeto: string;
      readonly razones: string;
      readonly recibe: { readonly nombre: string; readonly cargo?: string };
    }
  /** The official number that another Ventanilla assigned arrived. The term runs from reception all the same. */
  | { readonly tipo: 'NUMERAR'; readonly radicado: string; readonly fecha: LocalDate }
  /** A public notice about the case is posted, once; the event is the proof of what and until when. */
  | {
      readonly tipo: 'FIJAR_AVISO';
      readonly aviso: string;
      readonly huella: string;
      readonly desfijaEl: LocalDate;
    }
  /** It was removed; its instants (ISO) are those between which everybody could read it. */
  | {
      readonly tipo: 'DESFIJAR_AVISO';
      readonly aviso: string;
      readonly huella: string;
      readonly fijadoEn: string;
      readonly desfijadoEn: string;
    }
  /** The calendar changed: the date told is counted again with it, from the same facts. By the program, never by hand. */
  | {
      readonly tipo: 'RECALCULAR';
      readonly antes: LocalDate;
      readonly ahora: LocalDate;
      /** Version of the calendar. */
      readonly calendario: string;
    }
  /** What became of telling the person an event of the case, once it is settled. By the program, never by hand. */
  | ({ readonly tipo: 'AVISAR' } & Avisado);

/** Something said in a case after its filing. */
export interface DichoEnCaso {
  /** Keyed and one-way: the same one again changes nothing. */
  readonly clave: string;
  readonly texto: string;
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Name of who writes for the office; sealed with the words. */
  readonly quien?: string;
}

/** How the person was told of an event: what each try was and what came of it. Neither words nor addresses. */
export interface Avisado {
  /** The same one again changes nothing. */
  readonly clave: string;
  /** The event that is told. */
  readonly de: number;
  readonly resultado: string;
  /** By what the person was told: `AVISO` when an official had to post a public notice. */
  readonly medio: string;
  /** Means, result, instant and SHA-256 of the exact words of each try, in order. */
  readonly intentos: readonly string[];
}

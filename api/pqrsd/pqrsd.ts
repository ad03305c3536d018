import type { LocalDate } from '../base/kernel/local-date';
import type {
  AnexoNoRecibido,
  AnexoRecibido,
  Contra,
  Identidad,
  Presentacion,
} from '../base/kernel/solicitud';
import type { EstadoPqrsd, ModoIdentidad, Prioridad, TipoPqrsd } from '../base/kernel/vocabulary';
import type { Comunicacion } from '../comunicaciones/comunicacion';
import type { Vencimiento } from '../terminos/vencimiento';

/** What the petitioner wrote; sealed at rest, since letters to a town hall speak of health, money and neighbours. */
export interface Contenido {
  readonly texto: string;
  readonly asunto?: string;
  readonly lugar?: string;
  /** File names, in the order of `anexos`: people name files after themselves. */
  readonly nombresAnexos: readonly string[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Numbered demands of one letter, as the person separated them. */
  readonly puntos?: readonly string[];
  readonly presentacion?: Presentacion;
  readonly contra?: Contra;
  /** Salt of the commitment to `texto` that stands in the first event: a bare hash of a short letter can be guessed. */
  readonly sal: string;
}

/** Who files and how to answer; sealed at rest. Its salt makes the commitment that stands in the events. */
export type Peticionario = Exclude<Identidad, { modo: 'ANONIMO' }> & { readonly sal: string };

/** A file of a case; its name is sealed with the words it came with. */
export type AnexoDeCaso = Omit<AnexoRecibido, 'nombre'>;

/**
 * What was said in a case after its filing: the person's additions and answers, and the office's questions. It never
 * changes the term.
 */
export interface MensajeDeCaso {
  /** The event that holds its commitment. */
  readonly n: number;
  readonly de: 'CIUDADANO' | 'ENTIDAD';
  /** Sealed `PalabrasDeMensaje`. */
  readonly sellado: string;
  readonly anexos: readonly AnexoDeCaso[];
}

/** The words of a message in a case. */
export interface PalabrasDeMensaje {
  readonly texto: string;
  /** File names, in the order of `anexos`. */
  readonly nombresAnexos: readonly string[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Name of who wrote it for the office. */
  readonly quien?: string;
  readonly sal: string;
}

/** The words of an official beside an event. */
export interface PalabrasDeNota {
  readonly texto: string;
  /** Of who listened to a verbal petition: what is asked and why. */
  readonly objeto?: string;
  readonly razones?: string;
  readonly recibe?: { readonly nombre: string; readonly cargo?: string };
  readonly sal: string;
}

/** Art. 17 CPACA: the citizen was asked to complete the petition. */
export interface Requerimiento {
  readonly requerido: LocalDate;
  readonly respondido?: LocalDate;
}

/** A public notice about the case, posted at `/avisos/{aviso}`; its events in the case are the proof. */
export interface AvisoDeCaso {
  readonly aviso: string;
  readonly desfijado: boolean;
}

/** What makes a received communication a PQRSD. */
export interface DatosPqrsd {
  readonly tipo: TipoPqrsd;
  readonly estado: EstadoPqrsd;
  readonly prioridad: Prioridad;
  readonly modo: ModoIdentidad;
  /** Sealed `Peticionario`; an anonymous case has none. */
  readonly peticionario?: string;
  /** Blind indexes, to find a person's cases without storing who they are. */
  readonly documentoCiego?: string;
  readonly correoCiego?: string;
  readonly telefonoCiego?: string;
  /** Sealed `Contenido`. */
  readonly contenido: string;
  readonly anexos: readonly AnexoDeCaso[];
  readonly tramite?: string;
  readonly dependencia: string;
  /** Suggested by a table that the town has not confirmed. */
  readonly sugerida?: string;
  /** Presented by voice (Decreto 1166 de 2016). */
  readonly verbal?: true;
  /** Nobody has listened to its recording yet: an official owes it its object and reasons. */
  readonly porEscuchar?: true;
  /** Codes of the dependencias that neither receive nor see it: it complains about them or about a servant of theirs. */
  readonly excluidas?: readonly string[];
  /** It names a servant, in its sealed content: they do not see it either. */
  readonly contraServidor?: true;
  /** Blind index of the chat identity that filed it; never of an anonymous or confidential case. */
  readonly conversacionCiega?: string;
  /** Sealed: the chat to write to about it, when its channel can be written to; with the same limits. */
  readonly conversacion?: string;
  /** Reception numbers of earlier cases that look the same. */
  readonly relacionadas?: readonly string[];
  /** As printed on the constancia. It never changes. */
  readonly venceImpreso: LocalDate;
  /** The date in force, with its proof. */
  readonly vencimiento: Vencimiento;
  /** Alerts, lists and goals use it: nobody is late under either reading of the receipt. */
  readonly venceEstricto: LocalDate;
  /**
   * The earliest date that the person was told since the last order that moved it, while the calendar puts the one in
   * force later: the office does not profit from a change of the calendar.
   */
  readonly vencePrometido?: LocalDate;
  readonly requerimiento?: Requerimiento;
  /** Days granted by an extension; there is one at most. */
  readonly prorrogaDias?: number;
  /** The outgoing radicado of the answer, of the transfer letter or of the act that closed it. */
  readonly salida?: string;
  /** Sealed reasons and notes of officials, by the event that holds their commitment. */
  readonly notas?: readonly { readonly n: number; readonly sellada: string }[];
  readonly mensajes?: readonly MensajeDeCaso[];
  /** When the person last added something that no official has answered yet. */
  readonly novedadEn?: Date;
  readonly avisos?: readonly AvisoDeCaso[];
  /** Events that nobody has begun to tell the person yet. */
  readonly porAvisar?: readonly number[];
}

/** A received communication that asks for something, from radicación to answer. */
export interface Pqrsd extends Comunicacion {
  readonly clase: 'E';
  readonly pqrsd: DatosPqrsd;
}

/** The states in which the office still owes an answer. */
export const OPEN_STATES: ReadonlySet<EstadoPqrsd> = new Set(['RADICADA', 'EN_TRAMITE', 'REQUERIDA']);

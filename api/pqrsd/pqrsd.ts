import type { LocalDate } from '../base/kernel/local-date';
import type { AnexoRecibido, Identidad } from '../base/kernel/solicitud';
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
  /** Salt of the commitment to `texto` that stands in the first event: a bare hash of a short letter can be guessed. */
  readonly sal: string;
}

/** Who files and how to answer; sealed at rest. Its salt makes the commitment that stands in the events. */
export type Peticionario = Exclude<Identidad, { modo: 'ANONIMO' }> & { readonly sal: string };

/** Art. 17 CPACA: the citizen was asked to complete the petition. */
export interface Requerimiento {
  readonly requerido: LocalDate;
  readonly respondido?: LocalDate;
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
  readonly anexos: readonly Omit<AnexoRecibido, 'nombre'>[];
  readonly tramite?: string;
  readonly dependencia: string;
  /** As printed on the constancia. It never changes. */
  readonly venceImpreso: LocalDate;
  /** The date in force, with its proof. */
  readonly vencimiento: Vencimiento;
  /** Alerts, lists and goals use it: nobody is late under either reading of the receipt. */
  readonly venceEstricto: LocalDate;
  readonly requerimiento?: Requerimiento;
  /** Days granted by an extension; there is one at most. */
  readonly prorrogaDias?: number;
  /** The outgoing radicado of the answer, of the transfer letter or of the act that closed it. */
  readonly salida?: string;
  /** Sealed reasons and notes of officials, by the event that holds their commitment. */
  readonly notas?: readonly { readonly n: number; readonly sellada: string }[];
}

/** A received communication that asks for something, from radicación to answer. */
export interface Pqrsd extends Comunicacion {
  readonly clase: 'E';
  readonly pqrsd: DatosPqrsd;
}

/** The states in which the office still owes an answer. */
export const OPEN_STATES: ReadonlySet<EstadoPqrsd> = new Set(['RADICADA', 'EN_TRAMITE', 'REQUERIDA']);

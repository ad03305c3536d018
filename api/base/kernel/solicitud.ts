import type { LocalDate } from './local-date';
import type { Canal, EstadoPqrsd, MotivoNoRecibido, TipoDocumento, TipoPqrsd } from './vocabulary';

/** A file that is already stored durably, named by its content. */
export interface AnexoRecibido {
  readonly sha256: string;
  readonly nombre: string;
  readonly tipo: string;
  readonly bytes: number;
  /** The same content without metadata: what is shown, and all that is kept when the petition is anonymous. */
  readonly vista?: VistaAnexo;
}

/** A derivative of a file, stored beside it under its own hash. */
export type VistaAnexo = Omit<AnexoRecibido, 'nombre' | 'vista'>;

/** A file that could not be received. It never blocks the filing. */
export interface AnexoNoRecibido {
  readonly nombre: string;
  readonly motivo: MotivoNoRecibido;
}

/** Who files on behalf of the petitioner (CPACA 16 n. 2; item 3 of the constancia of a verbal petition). */
export interface Representante {
  readonly nombre: string;
  readonly documento?: { readonly tipo: TipoDocumento; readonly numero: string };
  /** In what capacity, in words: parent, attorney… */
  readonly calidad?: string;
}

/** How a petition was presented when its person did not type it here. */
export interface Presentacion {
  /** Spoken: the constancia says so and names who received it (Decreto 1166 de 2016). */
  readonly verbal?: true;
  /** The official or contractor who received it for the Alcaldía. */
  readonly recibe?: { readonly nombre: string; readonly cargo?: string };
  /** What the person asks for and why, in the words of who received it; absent until somebody has listened. */
  readonly objeto?: string;
  readonly razones?: string;
  /** Where it had arrived first, in words: a social network, the mailbox of an official. */
  readonly origen?: string;
  /** Language it was told in, when it was not Spanish. */
  readonly idioma?: string;
}

/** Whom a complaint is against: it is neither routed nor shown to them. */
export interface Contra {
  /** Code of the dependencia complained about. */
  readonly dependencia?: string;
  /** The servant, in the words of who complains. */
  readonly servidor?: string;
}

/** Who files. Anonymous carries nothing at all: no name, no contact, no conversation. */
export type Identidad =
  | { readonly modo: 'ANONIMO' }
  | {
      readonly modo: 'IDENTIFICADO' | 'CONFIDENCIAL';
      readonly nombre?: string;
      readonly documento?: { readonly tipo: TipoDocumento; readonly numero: string };
      readonly correo?: string;
      readonly telefono?: string;
      readonly direccion?: string;
      readonly representante?: Representante;
    };

/** What a citizen brings to the Ventanilla. Only the text and a way to answer are required by law (CPACA 16). */
export interface Solicitud {
  /** Stable for one act of filing: repeating it returns the case already filed. */
  readonly clave: string;
  readonly canal: Canal;
  readonly texto: string;
  /** The citizen's label; it does not bind the office. */
  readonly tipo: TipoPqrsd;
  readonly asunto?: string;
  readonly tramite?: string;
  /** The place the petition is about, as the citizen tells it. */
  readonly lugar?: string;
  readonly identidad: Identidad;
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Several demands in one letter: one radicado, numbered points. */
  readonly puntos?: readonly string[];
  readonly presentacion?: Presentacion;
  readonly contra?: Contra;
  /**
   * The identity that writes in a channel, to show this person their cases without a code. Never of an anonymous or
   * confidential petition.
   */
  readonly conversacion?: string;
  /** Reception numbers of earlier cases that look the same and that the person knew of when filing. */
  readonly relacionadas?: readonly string[];
  /** When the citizen's message arrived; terms count from here. */
  readonly recibidoEn: Date;
  /** Attention signals that may give priority (CPACA 20; Decreto-Ley 019 de 2012). */
  readonly senales?: {
    readonly menorDeEdad?: boolean;
    readonly riesgoDeVida?: boolean;
    readonly corrupcion?: boolean;
  };
}

/** What the citizen holds afterwards. */
export interface Acuse {
  /** Our reception number, always. */
  readonly recepcion: string;
  /** The official number; absent while another Ventanilla has to assign it. */
  readonly radicado?: string;
  /** Tracking code, in groups of four. */
  readonly codigo: string;
  readonly tipo: TipoPqrsd;
  readonly recibidoEn: Date;
  readonly radicadoEn: Date;
  /** Last day to answer by law, as printed on the constancia. */
  readonly vence: LocalDate;
  /** No norm confirms its term: `vence` is an estimate to be told as such, not a duty. */
  readonly plazoPorConfirmar?: true;
  /** Path of the PDF constancia; it needs the code. */
  readonly constancia: string;
  /** True until the town completes its go-live: everything says PRUEBA – SIN VALIDEZ OFICIAL. */
  readonly prueba: boolean;
  /** True when this key had been filed before: nothing new was created. */
  readonly repetido: boolean;
}

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
  /** What happened, oldest first, by a code that has its words in `content/textos`. */
  readonly pasos: readonly { readonly tipo: string; readonly en: Date }[];
  /** Oldest first. */
  readonly mensajes: readonly MensajeDicho[];
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

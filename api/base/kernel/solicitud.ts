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
  /** What the person was told that it lacks; it was received all the same (Decreto 1166 de 2016). */
  readonly falta?: string;
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

/** A case as its citizen may see it: no name and no text. */
export interface Seguimiento {
  readonly recepcion: string;
  readonly radicado?: string;
  readonly tipo: TipoPqrsd;
  readonly estado: EstadoPqrsd;
  readonly recibidoEn: Date;
  readonly vence: LocalDate;
  /** No norm confirms its term: `vence` is an estimate to be told as such, not a duty. */
  readonly plazoPorConfirmar?: true;
  /** Still unanswered after `vence`; never for an estimate. */
  readonly vencida: boolean;
  readonly dependencia?: string;
  /** What happened, oldest first, by a code that has its words in `content/textos`. */
  readonly pasos: readonly { readonly tipo: string; readonly en: Date }[];
  readonly prueba: boolean;
}

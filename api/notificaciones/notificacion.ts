import type { Hecho } from '../../content/schemas/whatsapp';
import type { Libro } from '../comunicaciones/comunicacion';

/** By what a person is told. A free text goes within 24 hours of their last message; a template, at any time. */
export const MEDIOS = ['CHAT_LIBRE', 'CHAT_PLANTILLA', 'CORREO'] as const;
export type Medio = (typeof MEDIOS)[number];

/**
 * ENVIANDO is stored before the call. APLAZADO: nothing was sent, it is tried again. ENVIADO: the provider has it.
 * ENTREGADO, LEIDO: by the provider's word. ACEPTADO: the mail server took charge, which is all that mail tells.
 * INCIERTO: nobody knows whether it went. SIN_ENTREGA: it was waited for long enough. FALLIDO: refused for good.
 */
export type EstadoIntento =
  | 'ENVIANDO'
  | 'APLAZADO'
  | 'ENVIADO'
  | 'ENTREGADO'
  | 'LEIDO'
  | 'ACEPTADO'
  | 'INCIERTO'
  | 'SIN_ENTREGA'
  | 'FALLIDO';

/** One try, with what proves it. */
export interface Intento {
  readonly medio: Medio;
  readonly estado: EstadoIntento;
  /** Makes the sending happen once: the key of the chat, or the Message-ID. */
  readonly clave: string;
  /** When it was begun. */
  readonly en: Date;
  /** When it came to its state. */
  readonly estadoEn: Date;
  /** How many times the call was made. */
  readonly veces: number;
  /** SHA-256 of the exact words. */
  readonly huella: string;
  /** Sealed `Envoltura`. */
  readonly sellado: string;
  readonly plantilla?: { readonly nombre: string; readonly idioma: string };
  /** What the chat calls the message, and the provider's own id of it. */
  readonly envio?: string;
  readonly proveedorId?: string;
  /** The provider's code of what went wrong, or ours. */
  readonly codigo?: string;
  /** An earlier try may have arrived, and the words say so. */
  readonly posibleRepeticion?: boolean;
}

/** To whom a try goes and its exact words: a try that is made again says the same. */
export interface Envoltura {
  /** The address of the mail, or the conversation. */
  readonly a: string;
  readonly asunto?: string;
  readonly texto: string;
  /** What fills the places of the template. */
  readonly valores?: readonly string[];
}

/**
 * EN_CURSO: something is still to be tried or waited for. PENDIENTE_DE_AVISO: nothing else works, an official has to post
 * a public notice. The rest are how it ended, each only as much as is known: ACEPTADA is not a delivery.
 */
export const ESTADOS_NOTIFICACION = [
  'EN_CURSO',
  'PENDIENTE_DE_AVISO',
  'LEIDA',
  'ENTREGADA',
  'ACEPTADA',
  'PUBLICADA',
] as const;
export type EstadoNotificacion = (typeof ESTADOS_NOTIFICACION)[number];

/** Telling the person of one event of their case, once. */
export interface Notificacion {
  /** `<case>:<event>`. */
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: 1;
  readonly libro: Libro;
  readonly caso: string;
  /** The reception number of the case. */
  readonly recepcion: string;
  /** The event. */
  readonly n: number;
  readonly hecho: Hecho;
  readonly estado: EstadoNotificacion;
  readonly creadaEn: Date;
  readonly intentos: readonly Intento[];
  /** The guard of every write. */
  readonly version: number;
  /** When it is to be looked at; absent when nothing more is expected. */
  readonly proximoEn?: Date;
  /** It has ended and the case does not say so yet. */
  readonly porAnotar?: true;
}

export const notificacionId = (caso: string, n: number): string => `${caso}:${n}`;

import type { Canal } from '../../api/base/kernel/vocabulary';
import type { AnexoRecibido } from '../ventanilla/ventanilla-unica';

/** One message of a person, already verified and normalised by its channel. */
export interface InboundMessage {
  readonly canal: Canal;
  /** Who writes, in the channel's own terms (web session, phone, terminal run). */
  readonly conversacion: string;
  /** The channel's id of the message; a repeated one is accepted once. */
  readonly externalId: string;
  readonly texto: string;
  /** The option chosen, when the channel has buttons. */
  readonly opcion?: string;
  readonly anexos: readonly AnexoRecibido[];
  /** When the person sent it, by the channel's word. */
  readonly enviadoEn: Date;
}

export interface Option {
  readonly id: string;
  readonly titulo: string;
}

/** One bubble: one text, at most ten choices. */
export interface OutboundMessage {
  readonly texto: string;
  readonly opciones: readonly Option[];
  readonly enlaces?: readonly { readonly titulo: string; readonly url: string }[];
}

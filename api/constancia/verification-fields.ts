import { dateInWords, instantInWords, localDate } from '../base/kernel/local-date';
import type { TokenFault, TokenPayload } from './token-payload';

/** The words of each field that a good verification shows, on the server and in the browser alike. */
export interface VerificationFields {
  readonly recepcion: string;
  /** Empty when the official number had not been assigned. */
  readonly radicado: string;
  readonly recibido: string;
  readonly radicadoEn: string;
  readonly vence: string;
  readonly anexos: string;
  readonly clave: string;
}

/** What the public page says about a token. Never a name nor a text. */
export type Verification =
  | { readonly valida: false; readonly motivo: TokenFault }
  | {
      readonly valida: true;
      /** It was issued in a rehearsal: PRUEBA – SIN VALIDEZ OFICIAL. */
      readonly prueba: boolean;
      /** The last day to answer is already past. It says nothing of whether there was an answer. */
      readonly fechaCumplida: boolean;
      readonly campos: VerificationFields;
    };

const verificationFields = (payload: TokenPayload): VerificationFields => ({
  recepcion: payload.recepcion,
  radicado: payload.radicado ?? '',
  recibido: instantInWords(payload.recibidoEn),
  radicadoEn: instantInWords(payload.radicadoEn),
  vence: dateInWords(payload.vence),
  anexos: String(payload.anexos.cantidad),
  clave: payload.kid,
});

/** What to say of a token whose signature is good. `now` only tells whether the due date is past. */
export const verificationOf = (payload: TokenPayload, now: Date): Verification => ({
  valida: true,
  prueba: payload.prueba,
  fechaCumplida: payload.vence < localDate(now),
  campos: verificationFields(payload),
});

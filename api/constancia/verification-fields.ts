import { dateInWords, instantInWords } from '../base/kernel/local-date';
import type { TokenPayload } from './token-payload';

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

export const verificationFields = (payload: TokenPayload): VerificationFields => ({
  recepcion: payload.recepcion,
  radicado: payload.radicado ?? '',
  recibido: instantInWords(payload.recibidoEn),
  radicadoEn: instantInWords(payload.radicadoEn),
  vence: dateInWords(payload.vence),
  anexos: String(payload.anexos.cantidad),
  clave: payload.kid,
});

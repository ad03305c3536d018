import { localDate } from '../base/kernel/local-date';
import type { PublicKeys } from '../base/sealing/signer';
import { typedToken, type TokenFault } from './token-payload';
import { verifyToken } from './token';
import { verificationFields, type VerificationFields } from './verification-fields';

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

/** Verifies what a person pasted or a QR brought. `now` only tells whether the due date is past. */
export function verification(typed: string, keys: PublicKeys, now: Date): Verification {
  const verified = verifyToken(typedToken(typed), keys);
  if (!verified.ok) return { valida: false, motivo: verified.failure };
  const payload = verified.value;
  return {
    valida: true,
    prueba: payload.prueba,
    fechaCumplida: payload.vence < localDate(now),
    campos: verificationFields(payload),
  };
}

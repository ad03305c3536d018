import type { PublicKeys } from '../base/sealing/signer';
import { verifyToken } from './token';
import { typedToken } from './token-payload';
import { verificationOf, type Verification } from './verification-fields';

export type { Verification } from './verification-fields';

/** Verifies what a person pasted or a QR brought. `now` only tells whether the due date is past. */
export function verification(typed: string, keys: PublicKeys, now: Date): Verification {
  const verified = verifyToken(typedToken(typed), keys);
  return verified.ok ? verificationOf(verified.value, now) : { valida: false, motivo: verified.failure };
}

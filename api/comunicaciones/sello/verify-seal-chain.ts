import { verify } from 'node:crypto';
import { addDays } from '../../base/kernel/local-date';
import { err, ok, type Result } from '../../base/kernel/result';
import type { PublicKeys } from '../../base/sealing/signer';
import { rootOfSello, signedText, SIN_SELLO_ANTERIOR, type Hoja, type SelloPublico } from './sello';

/** A seal to be verified: as published, or with its leaves, and then its root is computed again. */
export type SelloVerificable = SelloPublico & { readonly hojas?: readonly Hoja[] };

/** What is wrong with a seal: it does not follow the one before (number, days, root), or its own root or signature. */
export interface SealFault {
  readonly n: number;
  readonly motivo: 'LIBRO' | 'NUMERO' | 'DIAS' | 'ANTERIOR' | 'CUENTA' | 'RAIZ' | 'CLAVE' | 'FIRMA';
}

type Motivo = SealFault['motivo'];

/**
 * Verifies consecutive seals of one book, oldest first; from number 1, or from any other, whose predecessor is then
 * taken on trust. Gives how many hold, or the first fault.
 */
export function verifySealChain(
  seals: readonly SelloVerificable[],
  keys: PublicKeys,
): Result<number, SealFault> {
  let previous: SelloVerificable | undefined;
  for (const seal of seals) {
    const motivo = linkFault(seal, previous) ?? rootFault(seal) ?? signatureFault(seal, keys);
    if (motivo) return err({ n: seal.n, motivo });
    previous = seal;
  }
  return ok(seals.length);
}

function linkFault(seal: SelloVerificable, previous: SelloVerificable | undefined): Motivo | undefined {
  if (seal.desde > seal.dia) return 'DIAS';
  if (!previous) return seal.n === 1 && seal.anterior !== SIN_SELLO_ANTERIOR ? 'ANTERIOR' : undefined;
  if (seal.entidad !== previous.entidad || seal.libro !== previous.libro) return 'LIBRO';
  if (seal.n !== previous.n + 1) return 'NUMERO';
  if (seal.desde !== addDays(previous.dia, 1)) return 'DIAS';
  return seal.anterior === previous.raiz ? undefined : 'ANTERIOR';
}

function rootFault(seal: SelloVerificable): Motivo | undefined {
  if (!seal.hojas) return undefined;
  if (seal.hojas.length !== seal.cuenta) return 'CUENTA';
  return rootOfSello(seal, seal.hojas) === seal.raiz ? undefined : 'RAIZ';
}

function signatureFault(seal: SelloVerificable, keys: PublicKeys): Motivo | undefined {
  const key = keys.get(seal.kid);
  if (!key) return 'CLAVE';
  const signature = Buffer.from(seal.firma, 'base64url');
  return verify(null, Buffer.from(signedText(seal)), key, signature) ? undefined : 'FIRMA';
}

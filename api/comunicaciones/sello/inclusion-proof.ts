import { failure, type Failure } from '../../base/kernel/failures';
import { err, ok, type Result } from '../../base/kernel/result';
import { inclusionPath, rootFromPath, type Hash } from './merkle';
import { communicationLeaf, leavesOf, publicPart, type Sello, type SelloPublico } from './sello';

/** What a citizen needs to prove that a communication was under a seal, without showing any other. */
export interface PruebaInclusion {
  readonly recepcion: string;
  /** Hash of the communication's last event when it was sealed. */
  readonly hash: Hash;
  /** Its place among the leaves of the seal's tree. */
  readonly indice: number;
  /** How many leaves the tree has: one more than the seal's count, which leaves out its own header. */
  readonly hojas: number;
  /** Siblings up to the root, lowest first. */
  readonly camino: readonly Hash[];
  readonly sello: SelloPublico;
}

/** Proves that a seal covers a communication. NOT_FOUND when it does not: for a new one, the proof exists from tomorrow. */
export function inclusionProof(sello: Sello, recepcion: string): Result<PruebaInclusion, Failure> {
  const position = sello.hojas.findIndex((hoja) => hoja.recepcion === recepcion);
  const hoja = sello.hojas[position];
  if (!hoja) return err(failure('NOT_FOUND'));
  const leaves = leavesOf(sello, sello.hojas);
  const indice = position + 1;
  return ok({
    recepcion,
    hash: hoja.hash,
    indice,
    hojas: leaves.length,
    camino: inclusionPath(leaves, indice),
    sello: publicPart(sello),
  });
}

/** Whether the proof leads to the root of its seal; the seal's own signature is checked by `verifySealChain`. */
export function verifyInclusion({ recepcion, hash, indice, hojas, camino, sello }: PruebaInclusion): boolean {
  if (hojas !== sello.cuenta + 1) return false;
  const leaf = communicationLeaf(sello.libro, { recepcion, hash });
  return rootFromPath(leaf, { index: indice, size: hojas, path: camino }) === sello.raiz;
}

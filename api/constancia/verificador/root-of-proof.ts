import type { Subtle } from '../check-locally';

/** Where a communication stands in the tree of a seal. Hashes are in hexadecimal. */
export interface InclusionProof {
  readonly recepcion: string;
  readonly libro: string;
  readonly hash: string;
  readonly indice: number;
  readonly hojas: number;
  readonly camino: readonly string[];
}

const HASH = /^[0-9a-f]{64}$/;

const fromHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The root that a proof leads to, or undefined when it cannot be one (RFC 9162, 2.1.3.2). Written again, apart from the
 * program that makes the proofs, so that a fault in one is seen by the other.
 */
export async function rootOfProof(proof: InclusionProof, subtle: Subtle): Promise<string | undefined> {
  const { recepcion, libro, hash, indice, hojas, camino } = proof;
  if (indice >= hojas || ![hash, ...camino].every((one) => HASH.test(one))) return undefined;
  const sha256 = async (prefix: number, bytes: Iterable<number>): Promise<string> =>
    toHex(await subtle.digest('SHA-256', Uint8Array.from([prefix, ...bytes])));
  let root = await sha256(0, new TextEncoder().encode(`${recepcion}|${libro}|${hash}`));
  let [at, last] = [indice, hojas - 1];
  for (const sibling of camino) {
    if (last === 0) return undefined;
    const right = at % 2 === 1 || at === last;
    root = await sha256(1, right ? fromHex(sibling + root) : fromHex(root + sibling));
    while (right && at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

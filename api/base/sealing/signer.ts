import { sign, type KeyObject } from 'node:crypto';
import type { Keys } from './keys';

/** Signs in the town's name with the key in force (Ed25519). */
export interface Signer {
  readonly keyId: string;
  /** 64 bytes. */
  sign(message: string): Buffer;
}

/** The public keys that verify, by key id: the one in force and the retired ones. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/** The signer of the key in force. */
export function createSigner(keys: Keys): Signer {
  const { id, privada } = keys.firma.at(-1) ?? keys.firma[0];
  return { keyId: id, sign: (message) => sign(null, Buffer.from(message), privada) };
}

export const publicKeys = (keys: Keys): PublicKeys => new Map(keys.firma.map((k) => [k.id, k.publica]));

/** Key id → the 32 bytes of the public key in base64url: what the verification page and the town's website publish. */
export const publishedKeys = (keys: Keys): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.firma.map((k) => [k.id, k.publicada]));

/** A public key as it is published for whoever verifies without us; dates are ISO instants in UTC. */
export interface ClavePublica {
  readonly id: string;
  /** 32 bytes in base64url. */
  readonly publica: string;
  readonly desde?: string;
  readonly hasta?: string;
}

/** The public keys with the dates in which each one signs: one that has no end of its own ends where the next starts. */
export const datedKeys = (keys: Keys): readonly ClavePublica[] =>
  keys.firma.map(({ id, publicada, desde, hasta }, index) => ({
    id,
    publica: publicada,
    desde: desde?.toISOString(),
    hasta: (hasta ?? keys.firma[index + 1]?.desde)?.toISOString(),
  }));

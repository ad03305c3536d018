import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';

/** AUTOGENERADA: made by the program at its first start; what it signs is never official. PROPIA: made by the town. */
export type OrigenClaves = 'AUTOGENERADA' | 'PROPIA';

/** A master key for values at rest: every sealed value names the one that opens it. */
export interface SealingKey {
  readonly id: string;
  readonly clave: Buffer;
}

/** An Ed25519 pair. Its id is the first 8 bytes of the SHA-256 of the public key, in base64url. */
export interface SigningKey {
  readonly id: string;
  readonly privada: KeyObject;
  readonly publica: KeyObject;
  /** The 32 bytes of the public key in base64url, as it is published. */
  readonly publicada: string;
  /** First instant it signs; absent in keys made before it was written down. */
  readonly desde?: Date;
  /** Last instant it signs: its own when it was stolen or lost, or when the next one took its place. */
  readonly hasta?: Date;
}

/** Every secret of an installation. Lists keep retired keys: the last one seals or signs, all of them open or verify. */
export interface Keys {
  readonly origen: OrigenClaves;
  readonly sellado: readonly [SealingKey, ...SealingKey[]];
  readonly firma: readonly [SigningKey, ...SigningKey[]];
  /** For blind indexes. */
  readonly busqueda: Buffer;
  /** For tracking codes. */
  readonly codigos: Buffer;
}

const secret = z
  .base64url()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length === 32, 'se esperaban 32 bytes');

const instant = z.iso.datetime().transform((text) => new Date(text));

const signingFile = z.object({
  privada: z.base64url().length(43),
  publica: z.base64url().length(43),
  desde: instant.optional(),
  hasta: instant.optional(),
});

/** The shape of the key file, version 1. Binary values are base64url. */
export const keyFile = z.object({
  version: z.literal(1),
  origen: z.enum(['AUTOGENERADA', 'PROPIA']),
  sellado: z.array(z.object({ id: z.string().regex(/^[\w-]{11}$/), clave: secret })).min(1),
  firma: z.array(signingFile).min(1),
  busqueda: secret,
  codigos: secret,
});

const newSecret = (): string => randomBytes(32).toString('base64url');

/** A fresh set of keys, as the text of a key file. `desde`: when they start to sign, if it is to be told. */
export function newKeyFile(origen: OrigenClaves, desde?: Date): string {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const file = {
    version: 1,
    origen,
    sellado: [{ id: randomBytes(8).toString('base64url'), clave: newSecret() }],
    firma: [{ privada: jwk.d, publica: jwk.x, desde: desde?.toISOString() }],
    busqueda: newSecret(),
    codigos: newSecret(),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The public key published as `raw` (32 bytes in base64url). */
export const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' });

/** The id that every token carries to name the key that verifies it. */
export const signingKeyId = (raw: string): string =>
  createHash('sha256').update(Buffer.from(raw, 'base64url')).digest().subarray(0, 8).toString('base64url');

function signingKey({ privada, publica, desde, hasta }: z.infer<typeof signingFile>): SigningKey {
  const privateKey = createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', d: privada, x: publica },
    format: 'jwk',
  });
  // The id must follow from the private key, not from what the file says beside it.
  const derived = createPublicKey(privateKey).export({ format: 'jwk' }).x;
  if (derived !== publica) throw new Error('the public key does not belong to the private key');
  return {
    id: signingKeyId(publica),
    privada: privateKey,
    publica: publicKeyOf(publica),
    publicada: publica,
    desde,
    hasta,
  };
}

/** Reads the text of a key file; throws when it is not one. */
export function parseKeys(text: string): Keys {
  const file = keyFile.parse(JSON.parse(text));
  const [sealing, ...moreSealing] = file.sellado;
  const [signing, ...moreSigning] = file.firma.map(signingKey);
  if (!sealing || !signing) throw new Error('a key file needs at least one key of each kind');
  const { origen, busqueda, codigos } = file;
  return {
    origen,
    sellado: [sealing, ...moreSealing],
    firma: [signing, ...moreSigning],
    busqueda,
    codigos,
  };
}

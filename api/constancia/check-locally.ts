import { decodeBase64url, encodeBase64url } from './base64url';
import {
  payloadOf,
  splitToken,
  typedToken,
  type Huella,
  type TokenFault,
  type TokenPayload,
} from './token-payload';

/** The part of the browser's cryptography that is used here; old browsers and plain http have none. */
export type Subtle = Pick<SubtleCrypto, 'importKey' | 'verify' | 'digest'>;

/** Public keys by id, 32 bytes each in base64url. */
export type PublishedKeys = Readonly<Record<string, string>>;

export type LocalCheck =
  | { readonly kind: 'GOOD'; readonly payload: TokenPayload }
  | { readonly kind: 'BAD'; readonly fault: TokenFault }
  /** This browser cannot verify: ask the server. */
  | { readonly kind: 'UNABLE' };

/** Verifies a token without telling anyone about it. */
export async function checkLocally(
  typed: string,
  keys: PublishedKeys,
  subtle: Subtle | undefined,
): Promise<LocalCheck> {
  const split = splitToken(typedToken(typed));
  if (typeof split === 'string') return { kind: 'BAD', fault: split };
  const published = new Map(Object.entries(keys)).get(split.wire.k);
  const raw = published === undefined ? undefined : decodeBase64url(published);
  if (!raw) return { kind: 'BAD', fault: 'UNKNOWN_KEY' };
  if (!subtle) return { kind: 'UNABLE' };
  try {
    const key = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    const message = new TextEncoder().encode(split.message);
    const good = await subtle.verify({ name: 'Ed25519' }, key, split.signature, message);
    return good ? { kind: 'GOOD', payload: payloadOf(split.wire) } : { kind: 'BAD', fault: 'BAD_SIGNATURE' };
  } catch {
    return { kind: 'UNABLE' };
  }
}

/** What a comparison found; each has its words under `constancia.verificar.cotejo`. */
export type Cotejo =
  | 'TEXTO_IGUAL'
  | 'TEXTO_DISTINTO'
  | 'ARCHIVO_IGUAL'
  | 'ARCHIVO_ES_TEXTO'
  | 'ARCHIVO_DISTINTO'
  | 'CONJUNTO_IGUAL'
  | 'CONJUNTO_DISTINTO';

const digest = async (subtle: Subtle, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', bytes));

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Compares a text, byte by byte in UTF-8, with the one that was filed. */
export async function compareText(payload: TokenPayload, text: string, subtle: Subtle): Promise<Cotejo> {
  const huella = encodeBase64url(await digest(subtle, new TextEncoder().encode(text)));
  return huella === payload.texto ? 'TEXTO_IGUAL' : 'TEXTO_DISTINTO';
}

/**
 * Compares files with those that were filed: one verdict for each, in order. When the token only holds a hash of the
 * list there is a single verdict, about all of them together.
 */
export async function compareFiles(
  { anexos, texto }: TokenPayload,
  files: readonly Uint8Array<ArrayBuffer>[],
  subtle: Subtle,
): Promise<Cotejo[]> {
  const hashes = await Promise.all(files.map((bytes) => digest(subtle, bytes)));
  const huellas: Huella[] = hashes.map(encodeBase64url);
  if ('huellas' in anexos || huellas.every((huella) => huella === texto)) {
    const filed = 'huellas' in anexos ? anexos.huellas : [];
    return huellas.map((huella) => {
      if (filed.includes(huella)) return 'ARCHIVO_IGUAL';
      return huella === texto ? 'ARCHIVO_ES_TEXTO' : 'ARCHIVO_DISTINTO';
    });
  }
  const list = hashes.map((hash) => `${hex(hash)}\n`);
  const all = await digest(subtle, new TextEncoder().encode(list.sort().join('')));
  return [encodeBase64url(all) === anexos.conjunto ? 'CONJUNTO_IGUAL' : 'CONJUNTO_DISTINTO'];
}

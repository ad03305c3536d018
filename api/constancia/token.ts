import { createHash, timingSafeEqual, verify } from 'node:crypto';
import type { LocalDate } from '../base/kernel/local-date';
import { err, ok, type Result } from '../base/kernel/result';
import type { AnexoRecibido } from '../base/kernel/solicitud';
import type { TipoPqrsd } from '../base/kernel/vocabulary';
import type { PublicKeys, Signer } from '../base/sealing/signer';
import { canonicalJson } from '../comunicaciones/book-chain';
import { payloadOf, signedMessage, splitToken } from './token-payload';
import type { Huella, TokenFault, TokenPayload, WirePayload } from './token-payload';

/** What a token is issued about. Hashes are in hexadecimal, as the case keeps them. */
export interface CasoToken {
  readonly entidad: string;
  readonly recepcion: string;
  readonly radicado?: string;
  readonly recibidoEn: Date;
  readonly radicadoEn: Date;
  readonly vence: LocalDate;
  readonly tipo: TipoPqrsd;
  readonly textoSha256: string;
  readonly anexos: readonly Pick<AnexoRecibido, 'sha256'>[];
  readonly prueba: boolean;
}

/** More files than these would make the QR too dense to read. */
export const MAX_LISTED = 5;

const huellaOf = (content: string | Uint8Array): Huella =>
  createHash('sha256').update(content).digest('base64url');
const fromHex = (sha256: string): Huella => Buffer.from(sha256, 'hex').toString('base64url');

/** Hash of a list of files: their hexadecimal hashes sorted, a line each, as `sort | sha256sum` takes them. */
export const conjuntoOf = (sha256s: readonly string[]): Huella =>
  huellaOf(
    sha256s
      .toSorted()
      .map((sha256) => `${sha256}\n`)
      .join(''),
  );

function anexosOf(anexos: CasoToken['anexos']): Pick<WirePayload, 'a' | 'm' | 'q'> {
  const sha256s = anexos.map(({ sha256 }) => sha256);
  if (sha256s.length > MAX_LISTED) return { m: conjuntoOf(sha256s), q: sha256s.length };
  return { a: sha256s.toSorted().map(fromHex) };
}

/**
 * The "código de verificación de la Alcaldía" of a case: base64url of a canonical JSON, a dot, and the Ed25519
 * signature in base64url. The same case and key always give the same token.
 */
export function issueToken(caso: CasoToken, signer: Signer): string {
  const wire: WirePayload = {
    v: 1,
    k: signer.keyId,
    e: caso.entidad,
    n: caso.recepcion,
    r: caso.radicado,
    c: caso.recibidoEn.getTime(),
    d: caso.radicadoEn.getTime(),
    t: fromHex(caso.textoSha256),
    ...anexosOf(caso.anexos),
    f: caso.vence,
    y: caso.tipo,
    ...(caso.prueba && { p: 1 }),
  };
  const encoded = Buffer.from(canonicalJson(wire)).toString('base64url');
  return `${encoded}.${signer.sign(signedMessage(encoded)).toString('base64url')}`;
}

/** What a token says, once its signature by one of our keys is verified. */
export function verifyToken(token: string, keys: PublicKeys): Result<TokenPayload, TokenFault> {
  const split = splitToken(token);
  if (typeof split === 'string') return err(split);
  const key = keys.get(split.wire.k);
  if (!key) return err('UNKNOWN_KEY');
  const good = verify(null, Buffer.from(split.message), key, split.signature);
  return good ? ok(payloadOf(split.wire)) : err('BAD_SIGNATURE');
}

const same = (one: Huella, other: Huella): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether that is, byte by byte, the text of the petition. */
export const checkText = (payload: TokenPayload, text: string | Uint8Array): boolean =>
  same(payload.texto, huellaOf(text));

/**
 * Whether that is, byte by byte, one of the files. With more than five, the token only holds a hash of the list: `lista`
 * is the one printed on the constancia (hexadecimal), which must be that list.
 */
export function checkAttachment(
  { anexos }: TokenPayload,
  bytes: Uint8Array,
  lista: readonly string[] = [],
): boolean {
  if ('huellas' in anexos) return anexos.huellas.some((huella) => same(huella, huellaOf(bytes)));
  const listed = lista.length === anexos.cantidad && same(anexos.conjunto, conjuntoOf(lista));
  return listed && lista.some((sha256) => same(fromHex(sha256), huellaOf(bytes)));
}

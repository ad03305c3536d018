import type { LocalDate } from '../base/kernel/local-date';
import { decodeBase64url } from './base64url';

/** SHA-256 in base64url, 43 characters. */
export type Huella = string;

/** Up to five files go one by one; more go as one hash of the list that the constancia prints. */
export type AnexosFirmados =
  | { readonly cantidad: number; readonly huellas: readonly Huella[] }
  | { readonly cantidad: number; readonly conjunto: Huella };

/** What a constancia's token says. It holds no name and no text: only hashes of them can be compared. */
export interface TokenPayload {
  /** Id of the key that signed it. */
  readonly kid: string;
  /** Code of the town. */
  readonly entidad: string;
  readonly recepcion: string;
  readonly radicado?: string;
  readonly recibidoEn: Date;
  readonly radicadoEn: Date;
  /** Hash of the petition's text, in UTF-8. */
  readonly texto: Huella;
  readonly anexos: AnexosFirmados;
  /** Last day to answer, as it was when the constancia was issued. */
  readonly vence: LocalDate;
  readonly tipo: string;
  /** Issued before the town's go-live: it has no official validity. */
  readonly prueba: boolean;
}

/**
 * The payload as it travels, with one-letter names because a QR has little room: v version, k key, e town, n reception
 * number, r radicado, c received and d radicado at (milliseconds since 1970), t text, a files or m and q (hash and
 * count of the list), f due date, y type, p 1 in rehearsal.
 */
export interface WirePayload {
  readonly v: 1;
  readonly k: string;
  readonly e: string;
  readonly n: string;
  readonly r?: string;
  readonly c: number;
  readonly d: number;
  readonly t: Huella;
  readonly a?: readonly Huella[];
  readonly m?: Huella;
  readonly q?: number;
  readonly f: LocalDate;
  readonly y: string;
  readonly p?: 1;
}

/** Why a token is not good. */
export type TokenFault = 'MALFORMED' | 'UNKNOWN_VERSION' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE';

/** A token taken apart. Nothing in it is true until its signature is verified over `message`. */
export interface SplitToken {
  readonly message: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly wire: WirePayload;
}

const MAX_LENGTH = 4_096;

/** What is signed. The prefix keeps a signature made for something else from passing as one of a constancia. */
export const signedMessage = (encodedPayload: string): string => `constancia/1:${encodedPayload}`;

/** The token in what a person pasted: the whole address of the QR also serves, and so do line breaks inside it. */
export const typedToken = (typed: string): string =>
  typed.slice(typed.lastIndexOf('#') + 1).replaceAll(/[\s\u200b\u2060\ufeff]/g, '');

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isInstant = (value: unknown): value is number => isCount(value) && value <= 8.64e15;
const optional = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);
const isDay = (value: unknown): boolean => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);

const SHAPE: Readonly<Record<Exclude<keyof WirePayload, 'v'>, (value: unknown) => boolean>> = {
  k: isText,
  e: isText,
  n: isText,
  r: (value) => optional(value, isText),
  c: isInstant,
  d: isInstant,
  t: isText,
  a: (value) => optional(value, (list) => Array.isArray(list) && list.every(isText)),
  m: (value) => optional(value, isText),
  q: (value) => optional(value, isCount),
  f: isDay,
  y: isText,
  p: (value) => optional(value, (flag) => flag === 1),
};

function isWire(value: object): value is WirePayload {
  const fields = new Map<string, unknown>(Object.entries(value));
  const shaped = Object.entries(SHAPE).every(([name, is]) => is(fields.get(name)));
  // Exactly one of the two ways of naming the files.
  return shaped && fields.has('a') !== (fields.has('m') && fields.has('q'));
}

function parseWire(bytes: Uint8Array): WirePayload | TokenFault {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof json !== 'object' || json === null || !('v' in json)) return 'MALFORMED';
    if (json.v !== 1) return 'UNKNOWN_VERSION';
    return isWire(json) ? json : 'MALFORMED';
  } catch {
    return 'MALFORMED';
  }
}

/** Takes a token apart, or says why it cannot be one. */
export function splitToken(token: string): SplitToken | TokenFault {
  const [encoded, signed, ...more] = token.split('.');
  if (!encoded || !signed || more.length > 0 || token.length > MAX_LENGTH) return 'MALFORMED';
  const payload = decodeBase64url(encoded);
  const signature = decodeBase64url(signed);
  if (!payload || signature?.length !== 64) return 'MALFORMED';
  const wire = parseWire(payload);
  return typeof wire === 'string' ? wire : { message: signedMessage(encoded), signature, wire };
}

/** What a wire payload says. */
export const payloadOf = (wire: WirePayload): TokenPayload => ({
  kid: wire.k,
  entidad: wire.e,
  recepcion: wire.n,
  ...(wire.r !== undefined && { radicado: wire.r }),
  recibidoEn: new Date(wire.c),
  radicadoEn: new Date(wire.d),
  texto: wire.t,
  anexos:
    wire.m === undefined
      ? { cantidad: wire.a?.length ?? 0, huellas: wire.a ?? [] }
      : { cantidad: wire.q ?? 0, conjunto: wire.m },
  vence: wire.f,
  tipo: wire.y,
  prueba: wire.p === 1,
});

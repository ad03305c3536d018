import type { LocalDate } from '../../base/kernel/local-date';

/* BagIt, version 1.0 (RFC 8493): a folder with what is delivered under `data/` and a list of its hashes. */

export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A file of the bag, by its path from the bag's folder with `/` between. */
export interface Hashed {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface BagInfo {
  readonly entidad: string;
  readonly fecha: LocalDate;
  readonly recepcion: string;
  /** What tells this package from another under the same number. */
  readonly huella: string;
  readonly prueba: boolean;
}

// CR, LF and the escape itself, and nothing else (RFC 8493, 2.1.3).
export const encodePath = (path: string): string =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

export const decodePath = (encoded: string): string =>
  encoded.replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n').replaceAll('%25', '%');

/** Lines as `sha256sum` writes and checks them. */
export const manifestText = (files: readonly Hashed[]): string =>
  files.map(({ sha256, path }) => `${sha256}  ${encodePath(path)}\n`).join('');

const LINE = /^([0-9a-f]{64})[ \t]+\*?(.+)$/i;

/** Path → hash of a manifest; undefined for what is none, or names a file twice. */
export function parseManifest(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const [, hash, path] = LINE.exec(line) ?? [];
    if (hash === undefined || path === undefined || found.has(decodePath(path))) return undefined;
    found.set(decodePath(path), hash.toLowerCase());
  }
  return found;
}

/** A value of one line: a line end in it would start another element. */
const oneLine = (value: string): string => value.replaceAll(/\s+/gu, ' ').trim();

export function bagInfoText(info: BagInfo, payload: readonly Hashed[]): string {
  const octets = payload.reduce((sum, { bytes }) => sum + bytes, 0);
  const elements: readonly (readonly [string, string])[] = [
    ['Source-Organization', info.entidad],
    ['External-Identifier', info.recepcion],
    ['Internal-Sender-Identifier', info.huella],
    ...(info.prueba ? [['External-Description', 'PRUEBA – SIN VALIDEZ OFICIAL'] as const] : []),
    ['Bagging-Date', info.fecha],
    ['Payload-Oxum', `${octets}.${payload.length}`],
  ];
  return elements.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('');
}

/** The value of an element of `bag-info.txt`. */
export const bagElement = (text: string, label: string): string | undefined =>
  text
    .split(/\r\n|\r|\n/)
    .find((line) => line.startsWith(`${label}:`))
    ?.slice(label.length + 1)
    .trim();

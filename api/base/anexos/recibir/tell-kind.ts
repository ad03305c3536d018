import { fileTypeFromBuffer } from 'file-type/core';
import { type Kind, extensionOf, kindOfType } from './kinds';
import type { Parts } from './open-zip';
import { isPlainText } from './plain-text-kind';

/** What tells each office file by its main part. */
const MAIN_PARTS: readonly (readonly [part: string, tipo: string])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** Names by which the library knows what we call otherwise. */
const SAME_TYPE: Readonly<Record<string, string>> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/apng': 'image/png',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
  'video/matroska': 'video/webm',
};

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) <= 7;

/** What an office file is, by its parts. */
export function kindOfParts(parts: Parts): Kind | undefined {
  const mimetype = parts.get('mimetype');
  const tipo = mimetype
    ? Buffer.from(mimetype).toString('latin1').trim()
    : parts.has('[Content_Types].xml') && MAIN_PARTS.find(([part]) => parts.has(part))?.[1];
  return tipo ? kindOfType(tipo) : undefined;
}

/** What a file that is no zip is, by its content; undefined for what is not received. */
export async function tellKind(bytes: Uint8Array, nombre: string): Promise<Kind | undefined> {
  const told = await fileTypeFromBuffer(bytes);
  const mime = told?.mime.split(';')[0];
  if (mime === 'application/x-cfb') return oleKind(bytes);
  if (mime !== undefined) return kindOfType(soundOnly(SAME_TYPE[mime] ?? mime, bytes));
  return isPlainText(bytes)
    ? kindOfType(extensionOf(nombre) === 'csv' ? 'text/csv' : 'text/plain')
    : undefined;
}

/** How each container announces a track of picture; a voice note has none. */
const PICTURE: Readonly<Record<string, RegExp>> = {
  'video/mp4': /hdlr[^]{8}vide/,
  // oxlint-disable-next-line no-control-regex
  'video/webm': /\x83\x81\x01/,
};

function soundOnly(tipo: string, bytes: Uint8Array): string {
  const announced = PICTURE[tipo];
  if (!announced) return tipo;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return announced.test(content) ? tipo : tipo.replace('video', 'audio');
}

const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');
const OLE_STREAMS: readonly (readonly [stream: Buffer, tipo: string])[] = [
  [utf16('WordDocument\0'), 'application/msword'],
  [utf16('Workbook\0'), 'application/vnd.ms-excel'],
  [utf16('Book\0'), 'application/vnd.ms-excel'],
];

/** An old Word or Excel file, by the names in its directory; other containers of that format are not received. */
function oleKind(bytes: Uint8Array): Kind | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tipo = OLE_STREAMS.find(([stream]) => content.includes(stream))?.[1];
  return tipo === undefined ? undefined : kindOfType(tipo);
}

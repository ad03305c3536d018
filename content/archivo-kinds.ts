/** A kind of file that can be sent: WhatsApp takes it and any phone opens it. */
export interface ArchivoKind {
  /** Media type, as it is served and uploaded. */
  readonly tipo: string;
  /** Ending of the name, without dot. */
  readonly extension: string;
  /** How it is called to people: the text `archivo.clase.<clase>`. */
  readonly clase: 'PDF' | 'WORD' | 'EXCEL' | 'IMAGEN' | 'AUDIO';
  readonly maxBytes: number;
}

const MEGABYTE = 1_000_000;
/** WhatsApp takes documents of 100 MB, but whoever receives one pays for its data. */
const DOCUMENT = 10 * MEGABYTE;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Limits of images and audio are WhatsApp's. */
export const ARCHIVO_KINDS: readonly ArchivoKind[] = [
  { tipo: 'application/pdf', extension: 'pdf', clase: 'PDF', maxBytes: DOCUMENT },
  { tipo: `${OFFICE}.wordprocessingml.document`, extension: 'docx', clase: 'WORD', maxBytes: DOCUMENT },
  { tipo: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx', clase: 'EXCEL', maxBytes: DOCUMENT },
  { tipo: 'image/jpeg', extension: 'jpg', clase: 'IMAGEN', maxBytes: 5 * MEGABYTE },
  { tipo: 'image/png', extension: 'png', clase: 'IMAGEN', maxBytes: 5 * MEGABYTE },
  { tipo: 'audio/ogg', extension: 'ogg', clase: 'AUDIO', maxBytes: 16 * MEGABYTE },
  { tipo: 'audio/mpeg', extension: 'mp3', clase: 'AUDIO', maxBytes: 16 * MEGABYTE },
];

export const archivoKindOf = (tipo: string | null): ArchivoKind | undefined =>
  ARCHIVO_KINDS.find((kind) => kind.tipo === tipo);

/** Where each file that can be sent says what it is. */
const SIGNS: readonly (readonly [tipo: string, is: (bytes: Buffer) => boolean])[] = [
  ['application/pdf', (bytes) => begins(bytes, '%PDF-')],
  ['image/jpeg', (bytes) => begins(bytes, '\xff\xd8\xff')],
  ['image/png', (bytes) => begins(bytes, '\x89PNG\r\n\x1a\n') && isPlainColour(bytes)],
  ['audio/ogg', (bytes) => begins(bytes, 'OggS') && isMonoOpus(bytes)],
  ['audio/mpeg', isMp3],
  [`${OFFICE}.wordprocessingml.document`, (bytes) => isOffice(bytes, 'word/document.xml')],
  [`${OFFICE}.spreadsheetml.sheet`, (bytes) => isOffice(bytes, 'xl/workbook.xml')],
];

/** What a file is, by its content; null for what cannot be sent. */
export const tellArchivo = (bytes: Buffer): string | null => SIGNS.find(([, is]) => is(bytes))?.[0] ?? null;

const begins = (bytes: Buffer, sign: string): boolean =>
  bytes.subarray(0, sign.length).equals(Buffer.from(sign, 'latin1'));

const MP3_FRAMES: ReadonlySet<number> = new Set([0xfb, 0xfa, 0xf3, 0xf2, 0xe3, 0xe2]);

/** By its first sound: the tags that may go before are those of other kinds too. */
function isMp3(bytes: Buffer): boolean {
  // The size of the tags is of four bytes of seven bits.
  const tagged = begins(bytes, 'ID3') && bytes.length >= 10;
  const size = tagged ? [...bytes.subarray(6, 10)].reduce((sum, byte) => sum * 128 + byte, 0) : 0;
  const at = tagged ? 10 + size : 0;
  return bytes[at] === 0xff && MP3_FRAMES.has(bytes[at + 1] ?? 0);
}

/** 8 bits, in colours or in colours with transparency: WhatsApp takes no other. */
const isPlainColour = (bytes: Buffer): boolean =>
  bytes[24] === 8 && (bytes[25] === COLOURS || bytes[25] === COLOURS_AND_ALPHA);
const COLOURS = 2;
const COLOURS_AND_ALPHA = 6;

/** WhatsApp plays no other: the head of the first page says the codec and the channels. */
function isMonoOpus(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 512).indexOf('OpusHead');
  return head > 0 && bytes[head + 9] === 1;
}

/** By the names in its directory; one with programs inside is not sent to anybody. */
const isOffice = (bytes: Buffer, part: string): boolean =>
  begins(bytes, 'PK\x03\x04') && bytes.includes(part) && !bytes.includes('vbaProject.bin');

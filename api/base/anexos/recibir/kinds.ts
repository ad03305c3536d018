/** What a file is made of: it decides how it is examined and how its derivative is made. */
export type Family =
  | 'IMAGEN'
  | 'IMAGEN_SIN_VISTA'
  | 'PDF'
  | 'OOXML'
  | 'ODF'
  | 'OLE'
  | 'MP3'
  | 'AAC'
  | 'OGG'
  | 'AMR'
  | 'WAV'
  | 'MP4'
  | 'WEBM'
  | 'TEXTO';

/** A kind of file that is received. */
export interface Kind {
  readonly tipo: string;
  readonly family: Family;
  /** Endings of its name, the usual one first, without dot. */
  readonly extensions: readonly string[];
}

const kind = (family: Family, tipo: string, ...extensions: string[]): Kind => ({ family, tipo, extensions });

/** Every kind of file that a citizen may send: to receive another one, add its line here. */
export const KINDS = [
  kind('IMAGEN', 'image/jpeg', 'jpg', 'jpeg', 'jfif'),
  kind('IMAGEN', 'image/png', 'png'),
  kind('IMAGEN', 'image/webp', 'webp'),
  kind('IMAGEN', 'image/gif', 'gif'),
  kind('IMAGEN_SIN_VISTA', 'image/heic', 'heic', 'heif'),
  kind('PDF', 'application/pdf', 'pdf'),
  kind('OOXML', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'),
  kind('OOXML', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
  kind('OOXML', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'),
  kind('ODF', 'application/vnd.oasis.opendocument.text', 'odt'),
  kind('ODF', 'application/vnd.oasis.opendocument.spreadsheet', 'ods'),
  kind('OLE', 'application/msword', 'doc'),
  kind('OLE', 'application/vnd.ms-excel', 'xls'),
  kind('MP3', 'audio/mpeg', 'mp3'),
  kind('OGG', 'audio/ogg', 'ogg', 'opus', 'oga'),
  kind('MP4', 'audio/mp4', 'm4a'),
  kind('AAC', 'audio/aac', 'aac'),
  kind('AMR', 'audio/amr', 'amr'),
  kind('WAV', 'audio/wav', 'wav'),
  kind('WEBM', 'audio/webm', 'weba', 'webm'),
  kind('MP4', 'video/mp4', 'mp4', 'm4v'),
  kind('MP4', 'video/3gpp', '3gp', '3gpp', '3g2'),
  kind('MP4', 'video/quicktime', 'mov'),
  kind('WEBM', 'video/webm', 'webm'),
  kind('TEXTO', 'text/plain', 'txt'),
  kind('TEXTO', 'text/csv', 'csv'),
] as const satisfies readonly Kind[];

const BY_TYPE: ReadonlyMap<string, Kind> = new Map(KINDS.map((one) => [one.tipo, one]));

/** The kind of a media type that is received. */
export const kindOfType = (tipo: string): Kind | undefined => BY_TYPE.get(tipo);

const EXTENSIONS: ReadonlySet<string> = new Set(KINDS.flatMap(({ extensions }) => extensions));

/** Whether names of received files end so. */
export const isKnownExtension = (extension: string): boolean => EXTENSIONS.has(extension);

/** The ending of a name in lower case, without its dot; empty when it has none. */
export const extensionOf = (nombre: string): string =>
  /[^.]\.([^.\s]{1,12})$/.exec(nombre)?.[1]?.toLowerCase() ?? '';

/** The name with the ending of what the file is: nobody opens as a program what is a photograph. */
export function nameOfKind(nombre: string, { extensions }: Kind): string {
  const extension = extensionOf(nombre);
  if (extensions.includes(extension)) return nombre;
  const stem = isKnownExtension(extension) ? nombre.slice(0, -extension.length - 1) : nombre;
  return `${stem}.${extensions[0]}`;
}

/** For the `accept` attribute of a file field. */
export const ACCEPTED_FILES: string = [
  ...new Set(KINDS.flatMap(({ tipo, extensions }) => [tipo, ...extensions.map((one) => `.${one}`)])),
].join(',');

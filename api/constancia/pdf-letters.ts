import { readFileSync } from 'node:fs';
import { printable, runsOf } from './printable';
import { unpackWoff } from './unpack-woff';

type Pdf = PDFKit.PDFDocument;

/** A weight of the constancia's letters. */
export type Face = 'regular' | 'bold';

const FOLDER = '@fontsource/atkinson-hyperlegible/files';
const FILES: Readonly<Record<string, string>> = {
  regular: 'atkinson-hyperlegible-latin-400-normal.woff',
  bold: 'atkinson-hyperlegible-latin-700-normal.woff',
  'regular-ext': 'atkinson-hyperlegible-latin-ext-400-normal.woff',
  'bold-ext': 'atkinson-hyperlegible-latin-ext-700-normal.woff',
};

const fileOf = (name: string): Buffer => unpackWoff(readFileSync(require.resolve(`${FOLDER}/${name}`)));

let files: ReadonlyMap<string, Buffer> | undefined;

/**
 * Makes Atkinson Hyperlegible (OFL) known to a document, which embeds the letters it uses: it looks and prints the same
 * everywhere. Its 0 and O, 1, l and I cannot be mistaken, so it also serves for hashes and codes.
 */
export function registerLetters(doc: Pdf): void {
  files ??= new Map(Object.entries(FILES).map(([name, file]) => [name, fileOf(file)]));
  for (const [name, bytes] of files) doc.registerFont(name, bytes);
}

/** Sets what the next measures and texts are drawn with. */
export const setLetters = (doc: Pdf, face: Face, size: number): Pdf => doc.font(face).fontSize(size);

/**
 * Writes a text as far as it can be drawn, in the letters that `setLetters` set; the signs that only the extended file
 * has are taken from it, in the same line.
 */
export function write(
  doc: Pdf,
  face: Face,
  text: string,
  at: { readonly x: number; readonly y: number },
  options: PDFKit.Mixins.TextOptions,
): void {
  const runs = runsOf(printable(text));
  const { lineBreak = true } = options;
  for (const [index, { letras, extendida }] of runs.entries()) {
    const last = index === runs.length - 1;
    doc.font(extendida ? `${face}-ext` : face);
    const continued = { ...options, ...(lineBreak && { continued: !last }) };
    if (index === 0) doc.text(letras, at.x, at.y, continued);
    else doc.text(letras, continued);
  }
  doc.font(face);
}

import { inflateSync } from 'node:zlib';

type Cmap = ReadonlyMap<number, string>;

/** The body of an indirect object of a PDF of ours, with its stream. */
function objectAt(source: string, id: string): string {
  const start = source.indexOf(`\n${id} 0 obj`);
  return source.slice(start, source.indexOf('\nendobj', start));
}

function streamOf(object: string): string {
  const data = object.slice(object.indexOf('stream\n') + 7, object.lastIndexOf('\nendstream'));
  return object.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
}

/** What each glyph of a font stands for: its ToUnicode map. */
function cmapOf(source: string, font: string): Cmap {
  const [, id = ''] = /\/ToUnicode (\d+) 0 R/.exec(objectAt(source, font)) ?? [];
  const map = new Map<number, string>();
  const ranges = streamOf(objectAt(source, id)).matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g);
  for (const [, first = '0', list = ''] of ranges) {
    for (const [index, [, hex = '']] of Array.from(list.matchAll(/<([\w ]*)>/g)).entries()) {
      const units = hex.split(' ').map((unit) => parseInt(unit, 16));
      map.set(parseInt(first, 16) + index, String.fromCharCode(...units));
    }
  }
  return map;
}

/** The fonts of a PDF by the name that pages give them. */
export function pdfFonts(pdf: Buffer): ReadonlyMap<string, string> {
  const source = pdf.toString('latin1');
  return new Map(
    Array.from(source.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', id = '']) => [
      name,
      objectAt(source, id),
    ]),
  );
}

/** What an uncompressed PDF of ours says, in the order it is drawn; what is written at once is one line. */
export function pdfWords(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const cmaps = new Map(
    Array.from(source.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', id = '']) => [
      name,
      cmapOf(source, id),
    ]),
  );
  const said: string[] = [];
  let cmap: Cmap = new Map();
  for (const [, font, pieces] of source.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g)) {
    if (font !== undefined) cmap = cmaps.get(font) ?? new Map();
    else said.push(decode(pieces ?? '', cmap).trim());
  }
  return said.join(' ');
}

// Each line is an array of hexadecimal strings, four digits a glyph, between kerning numbers.
const decode = (pieces: string, cmap: Cmap): string =>
  Array.from(pieces.matchAll(/<([0-9a-f]*)>/g), ([, hex = '']) =>
    Array.from(hex.matchAll(/..../g), ([glyph]) => cmap.get(parseInt(glyph, 16)) ?? '�').join(''),
  ).join('');

/** The tags of the structure, with how many there are of each. */
export function pdfTags(pdf: Buffer): Readonly<Record<string, number>> {
  const tags: Record<string, number> = {};
  for (const [, tag = ''] of pdf.toString('latin1').matchAll(/\/S \/(\w+)\n/g))
    tags[tag] = (tags[tag] ?? 0) + 1;
  return tags;
}

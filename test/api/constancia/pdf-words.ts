// Windows-1252 is Latin 1 but for these; Node's own decoder reads them as control characters.
const SPECIAL = new Map([
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x96, '–'],
  [0x97, '—'],
]);
const decode = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => SPECIAL.get(byte) ?? String.fromCharCode(byte)).join('');

/** What an uncompressed PDF of ours says, in the order it is drawn, and how it is tagged. */
export function pdfWords(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  // Each line is an array of hexadecimal strings between kerning numbers; lines are joined by spaces.
  const lines = Array.from(source.matchAll(/\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g), ([, pieces]) =>
    Array.from((pieces ?? '').matchAll(/<([0-9a-f]*)>/g), ([, hex]) => Buffer.from(hex ?? '', 'hex')),
  );
  return lines.map((pieces) => decode(Buffer.concat(pieces)).trim()).join(' ');
}

/** The tags of the structure, with how many there are of each. */
export function pdfTags(pdf: Buffer): Readonly<Record<string, number>> {
  const tags: Record<string, number> = {};
  for (const [, tag = ''] of pdf.toString('latin1').matchAll(/\/S \/(\w+)\n/g))
    tags[tag] = (tags[tag] ?? 0) + 1;
  return tags;
}

// What the two files of Atkinson Hyperlegible can draw, as ranges of code points; a test reads the files and compares.
const BASE =
  '20-7e a0-ff 131 152-153 2c6 2da 2dc 2013-2014 2018-201a 201c-201e 2022 2026 2039-203a 2044 20ac 2122 2212 2215';
const EXTENDIDA =
  '100-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-12f 136-137 13b-13e 141-148 150-151 154-155 158-15b 15e-165 16a-16b 16e-173 178-17e 192 218-21b 2c7 2dd 2020 2113';

const inRanges = (ranges: string): ReadonlySet<string> => {
  const signs = new Set<string>();
  for (const range of ranges.split(' ')) {
    const [first = '', last = first] = range.split('-');
    for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1) {
      signs.add(String.fromCodePoint(code));
    }
  }
  return signs;
};
/** Signs of the first file, and those that only the extended one has. */
export const SIGNOS = { base: inRanges(BASE), extendida: inRanges(EXTENDIDA) } as const;

const escaped = (symbol: string): string => `\\u{${(symbol.codePointAt(0) ?? 0).toString(16)}}`;
const DRAWN = [...SIGNOS.base, ...SIGNOS.extendida].map(escaped).join('');
const NOT_DRAWN = new RegExp(`[^\\n${DRAWN}]`, 'gu');

/** A piece of a text whose signs are all in one file. */
export interface Run {
  readonly letras: string;
  readonly extendida: boolean;
}

/** A printable text in pieces, each of one file of letters; at least one, even if empty. */
export function runsOf(text: string): readonly Run[] {
  const runs: { letras: string; extendida: boolean }[] = [];
  for (const symbol of text) {
    const extendida = SIGNOS.extendida.has(symbol);
    const last = runs.at(-1);
    if (last?.extendida === extendida) last.letras += symbol;
    else runs.push({ letras: symbol, extendida });
  }
  return runs.length > 0 ? runs : [{ letras: '', extendida: false }];
}

const codeOf = (symbol: string): string =>
  `[U+${(symbol.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Whether every sign can be drawn as it is. */
export const isPrintable = (text: string): boolean => text.normalize('NFC').search(NOT_DRAWN) < 0;

/**
 * The text with each sign that cannot be drawn replaced by its Unicode number in brackets: nothing disappears, and what
 * it was can be looked up. Tabs become spaces, and letters with their accent apart become one sign.
 */
export const printable = (text: string): string =>
  text.normalize('NFC').replaceAll('\t', '    ').replaceAll(NOT_DRAWN, codeOf);

const LONG_RUN = /\S{150,}/g;
const MAX_LINES = 1_000;

/** Whether a text is drawn as one block, its line breaks shown as ¶: a thousand short lines would fill dozens of pages. */
export const hasTooManyLines = (text: string): boolean => text.split('\n', MAX_LINES + 1).length > MAX_LINES;

/**
 * The lines in which a citizen's text is drawn. Runs without a space are cut every 75 signs, about a line: laying one out
 * costs the square of its length, and a text of a single endless word would stop the program for seconds.
 */
export function printableLines(text: string): string[] {
  const broken = text.replaceAll(LONG_RUN, (run) => (run.match(/.{1,75}/gu) ?? []).join('\n'));
  if (hasTooManyLines(broken)) return [printable(broken.replaceAll('\n', ' ¶ '))];
  return printable(broken).split('\n');
}

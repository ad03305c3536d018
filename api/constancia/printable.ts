// What the standard PDF fonts can draw: Windows-1252, which holds all of Spanish.
const BEYOND_LATIN1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

const canDraw = (symbol: string): boolean => {
  const code = symbol.codePointAt(0) ?? 0;
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return true;
  return BEYOND_LATIN1.includes(symbol);
};

const codeOf = (symbol: string): string =>
  `[U+${(symbol.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Whether every sign can be drawn as it is. */
export const isPrintable = (text: string): boolean => Array.from(text).every(canDraw);

/**
 * The text with each sign that cannot be drawn replaced by its Unicode number in brackets: nothing disappears, and what
 * it was can be looked up. Tabs become spaces.
 */
export const printable = (text: string): string =>
  Array.from(text.replaceAll('\t', '    '), (symbol) => (canDraw(symbol) ? symbol : codeOf(symbol))).join('');

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

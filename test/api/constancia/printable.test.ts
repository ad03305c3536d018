import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { isPrintable, printable, printableLines, runsOf, SIGNOS } from '../../../api/constancia/printable';

// Comes with pdfkit, without types.
const fontkit = require('fontkit') as { create(file: Buffer): { characterSet: number[] } };
const lettersOf = (subset: string): string[] => {
  const path = `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${subset}-normal.woff`;
  return fontkit
    .create(readFileSync(require.resolve(path)))
    .characterSet.map((code) => String.fromCodePoint(code));
};

describe('the signs that can be printed', () => {
  it.each(['400', '700'])('are in the files of letters, in weight %s', (weight) => {
    const [base, extended] = [lettersOf(`latin-${weight}`), lettersOf(`latin-ext-${weight}`)];
    expect([...SIGNOS.base].filter((sign) => !base.includes(sign))).toEqual([]);
    expect([...SIGNOS.extendida].filter((sign) => !extended.includes(sign))).toEqual([]);
  });

  it('go each with its file, and together are the text', () => {
    expect(runsOf('la ő y')).toEqual([
      { letras: 'la ', extendida: false },
      { letras: 'ő', extendida: true },
      { letras: ' y', extendida: false },
    ]);
    fc.assert(
      fc.property(fc.string(), (text) =>
        expect(
          runsOf(text)
            .map(({ letras }) => letras)
            .join(''),
        ).toBe(text),
      ),
    );
  });
});

describe('what the constancia prints', () => {
  it('is all of Spanish, as it was written', () => {
    const text = 'ÁÉÍÓÚÜÑ áéíóúüñ ¿? ¡! «» “” ‘’ – — … € º ª § °, ã ë ç de lenguas nativas, Łukasz Žižek';
    expect(isPrintable(text)).toBe(true);
    expect(printable(text)).toBe(text);
  });

  it('shows the number of each sign that its letters lack', () => {
    expect(printable('a👍b\u0301中')).toBe('a[U+1F44D]b[U+0301][U+4E2D]');
    expect(printable('a\tb')).toBe('a    b');
  });

  it('joins a letter with its accent when they come apart', () => {
    expect(printable('pingu\u0308ino, n\u0303')).toBe('pingüino, ñ');
  });

  it('never holds a sign that its letters lack, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(isPrintable(printable(text))).toBe(true)),
    );
  });

  it('keeps the lines of a text', () => {
    expect(printableLines('uno\n\ndos')).toEqual(['uno', '', 'dos']);
  });

  it('cuts words without end and joins lines without number, so that a text cannot stop the program', () => {
    const lines = printableLines(`a ${'W'.repeat(65_000)}`);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(150);
    expect(lines.join('')).toBe(`a ${'W'.repeat(65_000)}`);
    expect(printableLines('a\n'.repeat(32_000))).toHaveLength(1);
    expect(printableLines('b\n'.repeat(1_500))[0]).toContain('b ¶ b');
  });

  it('does not cut a sign in two', () => {
    expect(printableLines('👍'.repeat(200)).join('')).toBe('[U+1F44D]'.repeat(200));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPrintable, printable, printableLines } from '../../../api/constancia/printable';

describe('what the constancia prints', () => {
  it('is all of Spanish, as it was written', () => {
    const text = 'ÁÉÍÓÚÜÑ áéíóúüñ ¿? ¡! «» “” ‘’ – — … € º ª § °';
    expect(isPrintable(text)).toBe(true);
    expect(printable(text)).toBe(text);
  });

  it('shows the number of each sign that its letters lack', () => {
    expect(printable('a👍b\u0301中')).toBe('a[U+1F44D]b[U+0301][U+4E2D]');
    expect(printable('a\tb')).toBe('a    b');
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

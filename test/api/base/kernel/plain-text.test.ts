import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, foldText } from '../../../../api/base/kernel/plain-text';

describe('what a person typed', () => {
  it('keeps words, accents, emoji, line breaks and markup as they are', () => {
    const typed = 'Señora:\n\t«Ñañez» & <b>Ruíz</b> {{vars.x}} 🙂';
    expect(cleanText(typed)).toBe(typed);
  });

  it('loses what cannot be seen: controls, direction overrides, half characters', () => {
    expect(cleanText('ho\u0000la\u0007 \u202emundo\u202c\ud800')).toBe('hola mundo\ufffd');
  });

  it('has one way of ending a line and one way of writing an accent', () => {
    expect(cleanText('uno\r\ndos\rtres e\u0301')).toBe('uno\ndos\ntres é');
  });

  it('is the same when it is cleaned twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => expect(cleanText(cleanText(s))).toBe(cleanText(s))),
    );
  });
});

describe('comparing words', () => {
  it('ignores accents, case, punctuation and spacing, and keeps digits', () => {
    expect(foldText('  ¿Dónde  está el RADICADO 2026-E-000123?')).toBe(
      'donde esta el radicado 2026 e 000123',
    );
    expect(foldText('MENÚ')).toBe(foldText('menu'));
  });

  it('gives the same with accents around as without: what has none is read by a shorter way', () => {
    const unit = fc.constantFrom(...'abzAZ09 .,-_#?\'"\n\t@[`{~^'.split(''));
    fc.assert(
      fc.property(fc.string({ unit }), (s) => {
        expect(foldText(s)).toBe(foldText(`${s} ñ`).replace(/ ?n$/, ''));
      }),
    );
  });
});

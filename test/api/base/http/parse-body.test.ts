import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseForm, parseJson } from '../../../../api/base/http/parse-body';
import { failure } from '../../../../api/base/kernel/failures';
import { err, ok } from '../../../../api/base/kernel/result';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

// "radicaci" and a broken byte where ó should be, as a Latin-1 client sends it.
const LATIN_1 = Buffer.concat([bytes('{"texto":"radicaci'), Buffer.from([0xf3]), bytes('n"}')]);

describe('parseJson', () => {
  it('gives back any JSON whose keys are plain', () => {
    const key = fc
      .string()
      .filter((name) => !name.startsWith('$') && !/^(__proto__|constructor|prototype)$/.test(name));
    const json = fc.dictionary(key, fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()));
    fc.assert(
      fc.property(json, (value) => {
        expect(parseJson(bytes(JSON.stringify(value)))).toEqual(ok(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  it('refuses bytes that are not UTF-8 instead of changing what was written', () => {
    expect(parseJson(LATIN_1)).toEqual(err(failure('INVALID_ENCODING')));
  });

  it.each([
    ['an operator of the store', '{"texto":{"$ne":""}}'],
    ['an operator inside a list', '{"anexos":[{"$where":"1"}]}'],
    ['the prototype', '{"__proto__":{"admin":true}}'],
    ['the constructor', '{"a":{"constructor":{"prototype":{"x":1}}}}'],
    ['no JSON', '{"texto":'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseJson(bytes(text))).toEqual(err(failure('INVALID_INPUT')));
  });

  it('refuses a hundred thousand levels without running out of stack', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(parseJson(bytes(deep))).toEqual(err(failure('INVALID_INPUT')));
  });
});

describe('parseForm', () => {
  it('reads what a browser sends, accents, line ends and signs included', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (texto, lugar) => {
        const body = new URLSearchParams({ texto, lugar }).toString();
        const sent = Object.fromEntries(new URLSearchParams(body));
        expect(parseForm(bytes(body))).toEqual(ok(sent));
      }),
    );
  });

  it('refuses a percent code that is not UTF-8', () => {
    expect(parseForm(bytes('texto=radicaci%F3n'))).toEqual(err(failure('INVALID_ENCODING')));
  });

  it('refuses raw bytes that are not UTF-8', () => {
    expect(parseForm(Buffer.from([0x61, 0x3d, 0xff]))).toEqual(err(failure('INVALID_ENCODING')));
  });

  it.each(['texto=a&texto=b', '__proto__=x', 'a=1&constructor=2'])('refuses %s', (body) => {
    expect(parseForm(bytes(body))).toEqual(err(failure('INVALID_INPUT')));
  });

  it('reads a field without value as empty', () => {
    expect(parseForm(bytes('texto&lugar='))).toEqual(ok({ texto: '', lugar: '' }));
  });
});

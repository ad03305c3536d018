import { describe, expect, it } from '@jest/globals';
import { faultText } from '../../content/content-fault';
import { parseYaml } from '../../content/parse-yaml';
import { MAX_WORDS, readTexts, textFaults } from '../../content/read-texts';
import { valueOf } from '../../api/base/kernel/result';

const yaml = (file: string, source: string) => valueOf(parseYaml(file, source));
const words = (count: number) => Array.from({ length: count }, () => 'palabra').join(' ');

describe('reading texts', () => {
  it('flattens nested maps with dots, whatever the file is called', () => {
    const read = readTexts([
      yaml('textos/a.yaml', 'a:\n  b:\n    c: Uno.\n  d: Dos.'),
      yaml('textos/b.yaml', 'e: Tres.'),
    ]);
    expect([...valueOf(read)]).toEqual([
      ['a.b.c', 'Uno.'],
      ['a.d', 'Dos.'],
      ['e', 'Tres.'],
    ]);
  });

  it('refuses a key that stands in two files, naming both', () => {
    const read = readTexts([yaml('textos/a.yaml', 'x:\n  y: Uno.'), yaml('textos/b.yaml', 'x:\n  y: Dos.')]);
    expect(read.ok ? [] : read.failure.map(faultText)).toEqual([
      'textos/b.yaml:2: x.y ya está en textos/a.yaml:2',
    ]);
  });

  it('refuses a number, a list or an empty value where a text must be', () => {
    const read = readTexts([yaml('textos/a.yaml', 'a: 1\nb: [x]\nc:')]);
    expect(read.ok ? [] : read.failure.map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

describe('a text a citizen reads', () => {
  it(`has sentences of ${MAX_WORDS} words at most`, () => {
    expect(textFaults(`${words(MAX_WORDS)}. ${words(MAX_WORDS)}\n${words(MAX_WORDS)}`)).toEqual([]);
    expect(textFaults(`Corta. ${words(MAX_WORDS + 1)}.`)).toEqual([
      expect.stringContaining('frase de 21 palabras'),
    ]);
  });

  it('has only {name} braces, in pairs', () => {
    expect(textFaults('Su número es {radicado}.')).toEqual([]);
    for (const bad of ['Su número es {radicado.', 'Su número es radicado}.', '{{radicado}}', '{1}', '{}']) {
      expect(textFaults(bad)).toHaveLength(1);
    }
  });

  it('is not empty', () => {
    expect(textFaults(' \n')).toEqual(['texto vacío']);
  });
});

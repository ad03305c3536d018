import { describe, expect, it } from '@jest/globals';
import { readContentFiles } from '../../content/content-files';
import { parseContent } from '../../content/load-content';
import { speaksOfLaw } from '../../content/statement-checks';

const files = readContentFiles('content');
const ROWS = 'legal/afirmaciones.yaml';
const TEXTS = 'textos/terminal.yaml';

/** What is found wrong when a file of the real content says something else. */
function faultsWith(file: string, change: (source: string) => string): string[] {
  const source = files.get(file) ?? '';
  const changed = change(source);
  if (changed === source) throw new Error('nothing was changed');
  const parsed = parseContent(new Map(files).set(file, changed));
  return parsed.ok ? [] : parsed.failure.map((one) => `${one.file}:${one.line}: ${one.message}`);
}

const adding = (text: string) => (source: string) => `${source.trimEnd()}\nprueba_de_ley: ${text}\n`;

describe('what people read about the law', () => {
  it.each([
    'La ley le da quince días.',
    'Según el artículo 14.',
    'Usted tiene derecho a una copia.',
    'Decreto 1166',
  ])('rests on a row: «%s» without one is a fault, by file and line', (text) => {
    const faults = faultsWith(TEXTS, adding(text));
    expect(faults).toEqual([
      expect.stringMatching(/^textos\/terminal\.yaml:\d+: prueba_de_ley: habla de la ley/),
    ]);
  });

  it('is not told while its row is not confirmed', () => {
    const faults = faultsWith(ROWS, (source) =>
      source.replace(/(clave: falla-de-medios[^]*?)textos: \[\]/, '$1textos: [web.privacidad.limite]'),
    );
    expect(faults).toEqual([
      expect.stringMatching(/afirmaciones\.yaml:\d+: falla-de-medios: no está confirmada/),
    ]);
  });

  it('is told by texts that exist', () => {
    const faults = faultsWith(ROWS, (source) => source.replace('textos: [', 'textos: [no.existe, '));
    expect(faults).toEqual([expect.stringMatching(/no existe el texto no\.existe/)]);
  });

  it('is not what only sounds like it', () => {
    for (const text of [
      'no produce efectos legales',
      'lo que se leyó',
      'El decreto es {decreto}'.replace('El decreto es ', ''),
    ]) {
      expect(speaksOfLaw(text)).toBe(false);
    }
  });
});

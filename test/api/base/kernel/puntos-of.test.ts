import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demandasIn, puntosOf } from '../../../../api/base/kernel/puntos-of';

const WORDS =
  'arreglen limpien poda andén alumbrado vía vereda lámpara por favor pronto 5 24 K-12 señores'.split(' ');
const prose = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));
const joint = fc.constantFrom('\n', '. ', ' ', ', ', '; ', ': ', '\n\n');
const mark = fc.constantFrom(
  '1. ',
  '2. ',
  '3) ',
  '2- ',
  '- ',
  '• ',
  'Primero, ',
  'Segundo: ',
  'Además solicito ',
  'solicito ',
  '',
);
const letter = fc
  .array(fc.tuple(mark, prose, joint), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''));

/** Words of a text; the figure of a list mark is none. */
const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+|\d+(?:-\d+)?/gu) ?? [];

/** Whether `part` is `whole` with nothing missing but figures of list marks. */
function lacksOnlyMarks(whole: readonly string[], part: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) {
    if (word === part[at]) at += 1;
    else if (!/^\d{1,2}$/.test(word)) return false;
  }
  return at === part.length;
}

describe('the demands of a letter', () => {
  it.each([
    ['Buenas. Solicito:\n1. Arreglar la vía\n2. Podar el samán\n3) Poner una lámpara', 3],
    ['Pido lo siguiente: 1. que arreglen la vía. 2. que poden el samán', 2],
    ['- arreglar la vía\n- podar el samán', 2],
    ['Primero, que arreglen la vía. Segundo, que poden el samán.', 2],
    ['Solicito que arreglen la vía. Además solicito que poden el samán', 2],
    ['necesito un cupo en el colegio, y también pido transporte para el niño', 2],
  ])('%s', (texto, cuantos) => {
    expect(puntosOf(texto)).toHaveLength(cuantos);
  });

  it.each([
    'La lámpara de la esquina lleva una semana apagada',
    'Vivo en la calle 1. Carrera 2. Está dañada la vía',
    'Está dañada en la calle 5 No. 2-31 desde hace 1. mes',
    '2. Arreglar la vía\n1. Podar el samán',
    'Gracias.\n- Pedro',
    'Primero fui a la oficina y nadie me atendió. Después volví.',
    'Además solicito que poden el samán',
    'A las 10. Llegué tarde. 11. Salí',
  ])('are none in: %s', (texto) => {
    expect(puntosOf(texto)).toEqual([]);
  });

  it('keep the words of each, without the figure of its mark', () => {
    expect(demandasIn('Buenas tardes:\n1. Arreglar la vía\n2. Podar el samán, por favor')).toEqual({
      antes: 'Buenas tardes:',
      puntos: ['Arreglar la vía', 'Podar el samán, por favor'],
    });
  });

  it('lose no word of the letter', () => {
    let found = 0;
    fc.assert(
      fc.property(letter, (texto) => {
        const demandas = demandasIn(texto);
        if (!demandas) return;
        found += 1;
        const kept = [demandas.antes, ...demandas.puntos].join('\n');
        expect(lacksOnlyMarks(wordsOf(texto), wordsOf(kept))).toBe(true);
        const lost = wordsOf(texto).length - wordsOf(kept).length;
        expect(lost).toBeLessThanOrEqual(demandas.puntos.length);
      }),
      { numRuns: 2000 },
    );
    // Letters without demands would prove nothing.
    expect(found).toBeGreaterThan(50);
  });

  it('are none in a text without marks', () => {
    fc.assert(fc.property(prose, (texto) => expect(puntosOf(texto)).toEqual([])));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { soundOf } from '../../../bot/nlu/sound';

describe('the sound of a text', () => {
  it.each([
    ['Incendio', 'insendio'],
    ['quiero', 'kiero'],
    ['hay huecos', 'ay uecos'],
    ['votan basura', 'botan vasura'],
    ['llave', 'yave'],
    ['cambio', 'canbio'],
    ['AUXILIOOOO', 'auxilio'],
    ['cabeza', 'cavesa'],
    ['por qué', 'x q'],
  ])('is the same for «%s» and «%s»', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  it.each([
    ['pero', 'pedro'],
    ['casa', 'caza mayor'],
    ['gente', 'guente'],
    ['chica', 'sica'],
  ])('is different for «%s» and «%s»', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it('has single spaces and none at its ends, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texto) => {
        expect(soundOf(texto)).toMatch(/^(\S+( \S+)*)?$/);
      }),
    );
  });
});

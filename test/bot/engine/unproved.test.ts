import { describe, expect, it } from '@jest/globals';
import { nextLook, UNHEARD_MS, verdictOf } from '../../../bot/engine/unproved';

const at = new Date('2026-11-24T09:12:34.567-05:00');
const acuse = { seq: 3, texto: 'Radicado 1', opciones: [], en: at };
const MINUTE = 60_000;

describe('what is done about an acuse', () => {
  it.each([
    ['ENTREGADO', 0, false, 'PROVED'],
    ['LEIDO', 0, true, 'PROVED'],
    ['ENVIADO', UNHEARD_MS - 1, true, 'WAIT'],
    ['ENVIADO', UNHEARD_MS, false, 'PROVED'],
    ['INCIERTO', UNHEARD_MS - 1, false, 'WAIT'],
    ['INCIERTO', UNHEARD_MS, false, 'PERHAPS_AGAIN'],
    ['INCIERTO', MINUTE - 1, true, 'WAIT'],
    ['INCIERTO', MINUTE, true, 'PERHAPS_AGAIN'],
    ['ENVIANDO', UNHEARD_MS, false, 'PERHAPS_AGAIN'],
    ['FALLIDO', 0, true, 'AGAIN'],
    ['FALLIDO', UNHEARD_MS, false, 'WHEN_THEY_WRITE'],
    ['PENDIENTE', UNHEARD_MS, true, 'WAIT'],
    [undefined, UNHEARD_MS, true, 'PROVED'],
  ] as const)('%s after %i ms, the person writes: %s → %s', (estado, age, wrote, verdict) => {
    expect(verdictOf(estado, { age, wrote, once: false, file: false })).toBe(verdict);
  });

  it('of something anonymous is nothing more once the provider has it', () => {
    expect(verdictOf('ENVIADO', { age: 0, wrote: true, once: true, file: false })).toBe('PROVED');
    expect(verdictOf('INCIERTO', { age: 0, wrote: true, once: true, file: false })).toBe('WAIT');
  });
});

describe('what is done about a reply with a file that failed', () => {
  it('is to say it again, though the person does not write: it may have been its file', () => {
    expect(verdictOf('FALLIDO', { age: UNHEARD_MS, wrote: false, once: false, file: true })).toBe('AGAIN');
  });
});

describe('when it is looked at', () => {
  it('is ten minutes after it was said', () => {
    expect(nextLook([acuse])).toEqual(new Date(at.getTime() + UNHEARD_MS));
    expect(nextLook([])).toBeUndefined();
  });

  it('is at the hour, when its minute would tell who filed', () => {
    expect(nextLook([{ ...acuse, once: true }])).toEqual(new Date('2026-11-24T10:00:00-05:00'));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canonicalJson,
  type Evento,
  firstBrokenLink,
  GENESIS,
  linkEvent,
} from '../../../api/comunicaciones/book-chain';

const chain = (tipos: readonly string[]): Evento[] => {
  const eventos: Evento[] = [];
  for (const [i, tipo] of tipos.entries()) {
    const en = new Date(Date.UTC(2026, 10, 24, 12, i));
    eventos.push(
      linkEvent(eventos.at(-1)?.hash ?? GENESIS, {
        n: i + 1,
        tipo,
        en,
        por: 'sistema',
        datos: { a: 1, b: [tipo] },
      }),
    );
  }
  return eventos;
};

describe('the chain of events', () => {
  it('holds when nothing was touched', () => {
    expect(firstBrokenLink(chain(['RADICADA', 'ASIGNADA', 'RESPONDIDA']), GENESIS)).toBeUndefined();
  });

  it('breaks where an event was changed, removed, added or moved', () => {
    const tipos = fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 2, maxLength: 8 });
    const attack = fc.constantFrom('change', 'remove', 'repeat', 'swap', 'date');
    fc.assert(
      fc.property(tipos, attack, fc.nat(), (names, how, where) => {
        const events = chain(names);
        const i = where % (events.length - 1);
        const at = events[i] as Evento;
        if (how === 'change') events[i] = { ...at, datos: { ...at.datos, a: 2 } };
        if (how === 'date') events[i] = { ...at, en: new Date(at.en.getTime() + 1) };
        if (how === 'remove') events.splice(i, 1);
        if (how === 'repeat') events.splice(i, 0, at);
        if (how === 'swap') events.splice(i, 2, events[i + 1] as Evento, at);
        expect(firstBrokenLink(events, GENESIS)).toBeDefined();
      }),
    );
  });

  it('starts from the first event of the number before: another book does not fit', () => {
    expect(firstBrokenLink(chain(['RADICADA']), 'another book')).toBe(0);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

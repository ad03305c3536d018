import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GENESIS, linkEvent } from '../../../api/comunicaciones/book-chain';
import type { Comunicacion } from '../../../api/comunicaciones/comunicacion';
import { endOf } from '../../../api/comunicaciones/place';
import { type Pagina, verifyBook } from '../../../api/comunicaciones/verify-book';
import { bareFiling } from '../../fakes/comunicacion';

async function* walk(pages: readonly Pagina[]): AsyncGenerator<Pagina> {
  for (const page of pages) yield await Promise.resolve(page);
}

const withSecondEvent = (page: Comunicacion): Comunicacion => {
  const datos = { dependencia: 'VENTANILLA' };
  const assigned = { n: 2, tipo: 'ASIGNADA', en: page.radicadoEn, por: 'sistema', datos };
  return { ...page, version: 2, eventos: [...page.eventos, linkEvent(endOf(page).hash, assigned)] };
};

/** A book that starts at number 7, half of it in the next year, whose even pages have a second event. */
function bookOf(length: number): Comunicacion[] {
  const book: Comunicacion[] = [];
  for (let i = 0; i < length; i++) {
    const next = i >= length / 2;
    const numero = next ? i - Math.ceil(length / 2) + 1 : 7 + i;
    const radicadoEn = new Date(Date.UTC(next ? 2027 : 2026, 1, 24, 12, i));
    const last = book.at(-1);
    const anterior = last ? endOf(last).hash : GENESIS;
    const page = bareFiling(`k${i}`).build({ anio: next ? 2027 : 2026, numero, radicadoEn, anterior });
    book.push(i % 2 === 0 ? withSecondEvent(page) : page);
  }
  return book;
}

type Attack = (book: Comunicacion[], i: number) => void;

const change = (book: Comunicacion[], i: number, over: Partial<Comunicacion>) => {
  book[i] = { ...(book[i] as Comunicacion), ...over };
};

/** A page made again with other facts and a chain of its own that holds. */
const forge: Attack = (book, i) => {
  const { anio, numero, radicadoEn, anterior } = book[i] as Comunicacion;
  book[i] = bareFiling(`forged ${i}`).build({ anio, numero, radicadoEn, anterior });
};

const ATTACKS: Readonly<Record<string, Attack>> = {
  remove: (book, i) => book.splice(i, 1),
  repeat: (book, i) => book.splice(i, 0, book[i] as Comunicacion),
  swap: (book, i) => book.splice(i, 2, book[i + 1] as Comunicacion, book[i] as Comunicacion),
  forge,
  number: (book, i) => change(book, i, { numero: (book[i]?.numero ?? 0) + 1 }),
  reception: (book, i) => change(book, i, { recepcion: '2026-E-999999' }),
  year: (book, i) => change(book, i, { anio: (book[i]?.anio ?? 0) - 1 }),
  book: (book, i) => change(book, i, { libro: 'OFICIAL' }),
  channel: (book, i) => change(book, i, { canal: 'WHATSAPP' }),
  receipt: (book, i) => change(book, i, { recibidoEn: new Date('2026-11-25T14:00:00Z') }),
  time: (book, i) => change(book, i, { radicadoEn: new Date('2027-06-01T00:00:00Z') }),
  link: (book, i) => change(book, i, { anterior: 'another book' }),
  events: (book, i) => change(book, i, { eventos: book[i]?.eventos.slice(0, -1) ?? [] }),
};

describe('verifying a book', () => {
  it('counts a complete one, whatever number it starts at and through the change of year', async () => {
    for (const length of [0, 1, 2, 9])
      expect(await verifyBook(walk(bookOf(length)))).toEqual({ completo: true, comunicaciones: length });
  });

  it('finds any communication that was altered, removed, repeated or swapped, but for the last ones removed', async () => {
    const attack = fc.constantFrom(...Object.keys(ATTACKS));
    await fc.assert(
      fc.asyncProperty(attack, fc.integer({ min: 3, max: 12 }), fc.nat(), async (name, length, where) => {
        const book = bookOf(length);
        const i = where % (length - 1);
        ATTACKS[name]?.(book, i);
        const report = await verifyBook(walk(book));
        expect(report.completo).toBe(false);
        expect(report.comunicaciones).toBeGreaterThanOrEqual(Math.max(0, i));
        expect(report.comunicaciones).toBeLessThanOrEqual(i + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('tells the first number that does not stand, and why', async () => {
    const gap = bookOf(9);
    gap.splice(2, 1);
    expect(await verifyBook(walk(gap))).toEqual({
      completo: false,
      comunicaciones: 2,
      recepcion: '2026-E-000010',
      rotura: 'NUMERO',
    });
  });

  it('finds a number that was given before its predecessor', async () => {
    const [first] = bookOf(1) as [Comunicacion];
    const place = { anio: 2026, numero: 8, radicadoEn: new Date(0), anterior: endOf(first).hash };
    const report = await verifyBook(walk([first, bareFiling('early').build(place)]));
    expect(report).toMatchObject({ rotura: 'TIEMPO', recepcion: '2026-E-000008' });
  });
});

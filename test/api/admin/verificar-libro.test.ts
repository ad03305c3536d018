import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { createVerifyBookCommand } from '../../../api/admin/verificar-libro';
import { GENESIS } from '../../../api/comunicaciones/book-chain';
import type { Comunicacion } from '../../../api/comunicaciones/comunicacion';
import { mongoBookPages } from '../../../api/comunicaciones/mongo-book-pages';
import { endOf } from '../../../api/comunicaciones/place';
import { pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import { bareFiling } from '../../fakes/comunicacion';
import { realTexts } from '../../fakes/real-texts';
import { temporaryStore, type TemporaryStore } from '../../fakes/temporary-store';
import { wholeCollection } from '../../fakes/whole-collection';

let store: TemporaryStore;
let model: Model<Comunicacion>;

beforeAll(async () => {
  store = await temporaryStore();
  model = pqrsdModel(store.connection) as unknown as Model<Comunicacion>;
  await model.createIndexes();
});

afterAll(() => store.close());

async function run(args: readonly string[]) {
  const out: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void out.push(line) };
  const command = createVerifyBookCommand({
    pages: (serie) => mongoBookPages(model, { entidad: 'candelaria', ...serie }),
    texts: realTexts('admin'),
  });
  return { code: await command(args, io), out };
}

describe('libro verificar', () => {
  it('says that a book has nothing yet', async () => {
    expect(await run(['verificar'])).toEqual({
      code: 0,
      out: ['El libro todavía no tiene comunicaciones.'],
    });
  });

  it('counts a complete series of several batches, and tells the first number that is missing', async () => {
    const book: Comunicacion[] = [];
    for (let numero = 1; numero <= 450; numero++) {
      const last = book.at(-1);
      const radicadoEn = new Date(Date.UTC(2026, 10, 24, 14, 0, numero));
      const anterior = last ? endOf(last).hash : GENESIS;
      book.push(bareFiling(`k${numero}`).build({ anio: 2026, numero, radicadoEn, anterior }));
    }
    await model.insertMany(book);
    expect(await run(['verificar'])).toEqual({
      code: 0,
      out: ['Libro PRUEBA, serie E: 450 comunicaciones, completo.'],
    });
    await model.collection.deleteOne({ numero: 300 }, wholeCollection);
    const broken = await run(['verificar']);
    expect(broken.code).toBe(1);
    expect(broken.out.join()).toContain('299 comunicaciones en orden; falla en 2026-E-000301');
  });

  it('is called in one way', async () => {
    expect((await run([])).code).toBe(2);
    expect((await run(['verificar', 'todo'])).code).toBe(2);
  });
});

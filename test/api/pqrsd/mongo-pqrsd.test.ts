import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { newId } from '../../../api/base/kernel/ids';
import { silentLogger } from '../../../api/base/kernel/logger';
import { valueOf } from '../../../api/base/kernel/result';
import { ensureIndexes } from '../../../api/base/store/connect';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { createClockGuard } from '../../../api/comunicaciones/clock-guard';
import type { Comunicacion } from '../../../api/comunicaciones/comunicacion';
import { FilingQueue } from '../../../api/comunicaciones/filing-queue';
import { createMongoBook } from '../../../api/comunicaciones/mongo-book';
import { createMongoBookSettings } from '../../../api/comunicaciones/mongo-book-settings';
import { createMongoPorSellar } from '../../../api/comunicaciones/mongo-por-sellar';
import { createNextPlace } from '../../../api/comunicaciones/place';
import { assertSealed, createMongoPqrsdByNumber, pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { bookContract } from '../../contracts/book-contract';
import { porSellarContract } from '../../contracts/por-sellar-contract';
import { bareFiling } from '../../fakes/comunicacion';
import { manualClock } from '../../fakes/manual-clock';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { temporaryStore, type TemporaryStore } from '../../fakes/temporary-store';
import { wholeCollection } from '../../fakes/whole-collection';

const SERIES = { entidad: 'candelaria', libro: 'PRUEBA', serie: 'E' } as const;

let store: TemporaryStore;
let model: Model<Pqrsd>;
let settings: ReturnType<typeof createMongoBookSettings>;

beforeAll(async () => {
  store = await temporaryStore();
  model = pqrsdModel(store.connection);
  settings = createMongoBookSettings(store.connection);
  await ensureIndexes(store.connection);
});

afterEach(async () => {
  await model.collection.deleteMany({}, wholeCollection);
  await store.connection.collection('ajustes_libro').deleteMany({}, wholeCollection);
});

afterAll(() => store.close());

const book = () => createMongoBook(model as unknown as Model<Comunicacion>, settings, SERIES);

bookContract('store', () => Promise.resolve(book()));

porSellarContract('store', () => {
  const porSellar = createMongoPorSellar(model, SERIES.entidad);
  return Promise.resolve({
    porSellar,
    async touch(numero, libro, radicadoEn) {
      const key = `${libro}/${numero}`;
      const place = { anio: 2026, numero, radicadoEn, anterior: `before ${key}` };
      const nueva = { ...bareFiling(key).build(place), libro };
      const series = { ...SERIES, libro };
      const own = createMongoBook(model as unknown as Model<Comunicacion>, settings, series);
      const { inserted } = await own.insertInOrder([nueva]);
      if (inserted === 0)
        await model.updateOne(
          { _id: nueva._id },
          {
            $inc: { version: 1 },
            $set: { porSellar: true },
            $push: { eventos: { ...nueva.eventos[0], hash: newId() } },
          },
        );
    },
  });
});

describe('the settings of a book', () => {
  it('let the first number of a year be set once, before its first filing', async () => {
    expect(valueOf(await settings.setFirstNumber(SERIES, 2026, 4_001))).toBe(4_001);
    expect(await settings.setFirstNumber(SERIES, 2026, 1)).toMatchObject({
      failure: { code: 'NUMBERING_ALREADY_STARTED' },
    });
    expect(await book().firstNumber(2026)).toBe(4_001);
    expect(await book().firstNumber(2027)).toBe(1);
    expect((await settings.setFirstNumber(SERIES, 2027, 9)).ok).toBe(false);
  });

  it('change when an administrator accepts the clock', async () => {
    const before = await settings.clockAcceptance('candelaria');
    await settings.acceptClock('candelaria', 'Ana', new Date());
    expect(await settings.clockAcceptance('candelaria')).not.toBe(before);
  });
});

describe('the book in the store', () => {
  it('numbers 1..N without gap or repeat with two queues that race, in one chain', async () => {
    const clock = manualClock();
    const queue = () => {
      const own = book();
      const nextPlace = createNextPlace({ book: own, guard: createClockGuard(clock), logger: silentLogger });
      return new FilingQueue<Comunicacion>({ book: own, nextPlace, logger: silentLogger });
    };
    const [first, second] = [queue(), queue()];
    const filed = await Promise.all(
      Array.from({ length: 300 }, (_, i) => (i % 2 ? first : second).file(bareFiling(`k${i % 280}`))),
    );
    expect(filed.every((result) => result.ok)).toBe(true);
    const pages = await model
      .find({}, null, wholeCollection)
      .sort({ numero: 1, _id: 1 })
      .lean<Comunicacion[]>();
    expect(pages.map((page) => page.numero)).toEqual(Array.from({ length: 280 }, (_, i) => i + 1));
    let anterior = GENESIS;
    for (const page of pages) {
      expect(firstBrokenLink(page.eventos, anterior)).toBeUndefined();
      anterior = page.eventos[0]?.hash ?? '';
    }
  });

  it('keeps a filed PQRSD exactly as it was built, and finds it by its number', async () => {
    const office = pqrsdOffice();
    await office.filePqrsd(
      solicitud({
        identidad: { modo: 'IDENTIFICADO', nombre: 'Ana', correo: 'ana@ejemplo.co' },
        lugar: 'El Carmelo',
      }),
    );
    const [built] = office.book.pages;
    await book().insertInOrder([built as Pqrsd]);
    const [found] = await createMongoPqrsdByNumber(model, 'candelaria-valle').byRecepcion('2026-E-000001');
    expect(found).toEqual(built);
    expect(firstBrokenLink(found?.eventos ?? [], GENESIS)).toBeUndefined();
  });

  it('refuses to store a letter that nobody sealed', async () => {
    const office = pqrsdOffice();
    await office.filePqrsd(solicitud());
    const [built] = office.book.pages;
    const unsealed = { ...built, pqrsd: { ...built?.pqrsd, contenido: 'la lampara' } } as Pqrsd;
    const checked = createMongoBook(model, settings, SERIES, assertSealed);
    await expect(checked.insertInOrder([unsealed])).rejects.toThrow('not sealed');
    expect(await model.countDocuments({}, wholeCollection)).toBe(0);
  });
});

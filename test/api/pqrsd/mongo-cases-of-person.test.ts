import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { valueOf } from '../../../api/base/kernel/result';
import { ensureIndexes } from '../../../api/base/store/connect';
import { createApplyOrden } from '../../../api/pqrsd/apply-orden';
import {
  createMongoCasesOfPerson,
  createMongoPqrsdByNumber,
  createMongoPqrsdStore,
  pqrsdModel,
} from '../../../api/pqrsd/mongo-pqrsd';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { createSayInCase } from '../../../api/pqrsd/say-in-case';
import { casesOfPersonContract } from '../../contracts/cases-of-person-contract';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { temporaryStore, type TemporaryStore } from '../../fakes/temporary-store';
import { wholeCollection } from '../../fakes/whole-collection';

const ENTIDAD = 'candelaria-valle';

let store: TemporaryStore;
let model: Model<Pqrsd>;

beforeAll(async () => {
  store = await temporaryStore();
  model = pqrsdModel(store.connection);
  await ensureIndexes(store.connection);
});

afterAll(() => store.close());

const keep = async (pages: readonly Pqrsd[]) => {
  await model.collection.deleteMany({}, wholeCollection);
  await model.insertMany(pages);
};

casesOfPersonContract('store', async (pages) => {
  await keep(pages);
  return createMongoCasesOfPerson(model, { entidad: ENTIDAD, libro: 'PRUEBA' });
});

describe('what is said in a case of the store', () => {
  it('is all there, once each, however many write at the same time', async () => {
    const office = pqrsdOffice();
    valueOf(await office.filePqrsd(solicitud()));
    await keep(office.book.pages);
    const { terminos, clock, sealing } = office;
    const cases = createMongoPqrsdStore(model, ENTIDAD);
    const applyOrden = createApplyOrden({ cases, terminos, clock, sealing });
    const say = createSayInCase({
      applyOrden,
      sealing,
      storeLongText: () => Promise.reject(new Error('short')),
    });
    const voice = { tipo: 'ADICIONAR', por: 'ciudadano' } as const;
    const texts = ['a', 'b', 'c', 'a', 'b', 'c'];
    const all = await Promise.all(
      texts.map((texto) => say(office.book.pages[0]!, voice, { clave: texto, texto, anexos: [] })),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    const [stored] = await createMongoPqrsdByNumber(model, ENTIDAD).byRecepcion('2026-E-000001');
    expect(stored?.pqrsd.mensajes).toHaveLength(3);
    expect(stored?.pqrsd.novedadEn).toEqual(clock.now());
    expect(stored?.porSellar).toBe(true);
  });
});

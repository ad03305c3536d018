import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { silentLogger } from '../../../../api/base/kernel/logger';
import { valueOf } from '../../../../api/base/kernel/result';
import { ensureIndexes } from '../../../../api/base/store/connect';
import { firstBrokenLink, GENESIS } from '../../../../api/comunicaciones/book-chain';
import { createApplyOrden } from '../../../../api/pqrsd/apply-orden';
import {
  createMongoPqrsdByNumber,
  createMongoPqrsdStore,
  pqrsdModel,
} from '../../../../api/pqrsd/mongo-pqrsd';
import type { Pqrsd } from '../../../../api/pqrsd/pqrsd';
import { createMongoPorRecontar } from '../../../../api/pqrsd/recalcular/mongo-por-recontar';
import { createRecalcular } from '../../../../api/pqrsd/recalcular/recalcular';
import { porRecontarContract } from '../../../contracts/por-recontar-contract';
import { calendarOffice, sinLey2578 } from '../../../fakes/calendar-office';
import { memoryPorRecontar } from '../../../fakes/memory-por-recontar';
import { legal, solicitud } from '../../../fakes/pqrsd-office';
import { temporaryStore, type TemporaryStore } from '../../../fakes/temporary-store';
import { wholeCollection } from '../../../fakes/whole-collection';

const ENTIDAD = 'candelaria-valle';
const NOW = '2026-07-01T09:00:00-05:00';

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

porRecontarContract('memory', (pages) => Promise.resolve(memoryPorRecontar({ pages: [...pages] })));
porRecontarContract('store', async (pages) => {
  await keep(pages);
  return createMongoPorRecontar(model, ENTIDAD);
});

describe('cases of the store whose calendar changed', () => {
  it('move once, with one event, though two copies of the program count them at the same time', async () => {
    const office = calendarOffice(sinLey2578, NOW);
    for (const clave of ['a', 'b', 'c'])
      valueOf(await office.filePqrsd(solicitud({ clave, recibidoEn: new Date(NOW) })));
    await keep(office.book.pages);
    office.now(legal);
    const { terminos, clock, sealing } = office;
    const cases = createMongoPqrsdStore(model, ENTIDAD);
    const applyOrden = createApplyOrden({ cases, terminos, clock, sealing });
    const porRecontar = createMongoPorRecontar(model, ENTIDAD);
    const recalcular = createRecalcular({ porRecontar, terminos, applyOrden, logger: silentLogger });
    const both = await Promise.all([recalcular(), recalcular()]);
    expect(both[0].movidos + both[1].movidos).toBe(3);
    expect(await recalcular()).toEqual({ revisados: 0, movidos: 0 });
    const [stored] = await createMongoPqrsdByNumber(model, ENTIDAD).byRecepcion('2026-E-000001');
    expect(stored?.pqrsd).toMatchObject({ venceEstricto: '2026-07-23', vencePrometido: '2026-07-23' });
    expect(stored?.eventos.map(({ tipo }) => tipo)).toEqual(['RADICADA', 'FECHA_RECALCULADA']);
    expect(firstBrokenLink(stored?.eventos ?? [], GENESIS)).toBeUndefined();
  });
});

import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { atencionModel, createMongoAtenciones } from '../../../api/ventanilla/mongo-atenciones';
import { atencionesContract } from '../../contracts/atenciones-contract';
import { MemoryAtenciones } from '../../fakes/memory-atenciones';
import { temporaryStore, type TemporaryStore } from '../../fakes/temporary-store';
import { wholeCollection } from '../../fakes/whole-collection';

atencionesContract('memory', () =>
  Promise.resolve({ atenciones: new MemoryAtenciones(), otherBook: new MemoryAtenciones() }),
);

let store: TemporaryStore;
let model: ReturnType<typeof atencionModel>;
beforeAll(async () => {
  store = await temporaryStore();
  model = atencionModel(store.connection);
  await model.createIndexes();
});
afterEach(async () => {
  await store.connection.collection('atenciones').deleteMany({}, wholeCollection);
});
afterAll(() => store.close());

atencionesContract('mongo', () =>
  Promise.resolve({
    atenciones: createMongoAtenciones(model, { entidad: 'candelaria', libro: 'PRUEBA' }),
    otherBook: createMongoAtenciones(model, { entidad: 'candelaria', libro: 'OFICIAL' }),
  }),
);

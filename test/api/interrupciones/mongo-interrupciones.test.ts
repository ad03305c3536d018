import { expect, it } from '@jest/globals';
import { openMongoInterrupciones } from '../../../api/interrupciones/mongo-interrupciones';
import { createMongoLatidos } from '../../../api/interrupciones/mongo-latidos';
import { anInterrupcion, interrupcionesContract } from '../../contracts/interrupciones-contract';
import { memoryInterrupciones, memoryLatidos } from '../../fakes/memory-interrupciones';
import { temporaryStore } from '../../fakes/temporary-store';

interrupcionesContract('memory', () =>
  Promise.resolve({ latidos: memoryLatidos(), interrupciones: memoryInterrupciones() }),
);

interrupcionesContract('the store', async () => {
  const store = await temporaryStore();
  return {
    latidos: createMongoLatidos(store.connection, 'candelaria'),
    interrupciones: await openMongoInterrupciones(store.connection, 'candelaria'),
    close: () => store.close(),
  };
});

it('a town does not see those of another', async () => {
  const store = await temporaryStore();
  const [own, other] = await Promise.all(
    ['candelaria', 'palmira'].map((entidad) => openMongoInterrupciones(store.connection, entidad)),
  );
  await own?.record(anInterrupcion(0, 10));
  expect(await other?.list()).toEqual([]);
  expect(await other?.find(anInterrupcion(0, 10).id)).toBeUndefined();
  await store.close();
});

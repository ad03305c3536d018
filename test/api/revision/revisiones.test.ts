import { wholeCollection } from '../../fakes/whole-collection';
import { expect, it } from '@jest/globals';
import { createMongoRevisiones } from '../../../api/revision/mongo-revisiones';
import { revisionesContract } from '../../contracts/revisiones-contract';
import { memoryRevisiones, sana } from '../../fakes/memory-revisiones';
import { temporaryStore } from '../../fakes/temporary-store';

revisionesContract('memory', () => Promise.resolve({ revisiones: memoryRevisiones() }));
revisionesContract('the store', async () => {
  const store = await temporaryStore();
  return { revisiones: createMongoRevisiones(store.connection, 'candelaria'), close: () => store.close() };
});

it('a town keeps the outcomes of two weeks in one document, apart from those of others', async () => {
  const store = await temporaryStore();
  const { connection } = store;
  const revisiones = createMongoRevisiones(connection, 'candelaria');
  for (let segundos = 1; segundos <= 20; segundos++) await revisiones.add(sana({ segundos }));
  const kept = await connection.db?.collection('revisiones').find({}, wholeCollection).toArray();
  const [{ ultimas } = { ultimas: [] }] = kept as unknown as { ultimas: { segundos: number }[] }[];
  expect(kept).toHaveLength(1);
  expect(ultimas.map(({ segundos }) => segundos)).toEqual(Array.from({ length: 14 }, (_, i) => i + 7));
  expect(await createMongoRevisiones(connection, 'palmira').last()).toBeUndefined();
  await store.close();
});

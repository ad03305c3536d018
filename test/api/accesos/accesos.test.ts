import { expect, it } from '@jest/globals';
import { openMongoAccesos } from '../../../api/accesos/mongo-accesos';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import { accesosContract } from '../../contracts/accesos-contract';
import { memoryAccesos } from '../../fakes/memory-accesos';
import { temporaryStore } from '../../fakes/temporary-store';
import { wholeCollection } from '../../fakes/whole-collection';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

accesosContract('memory', () => Promise.resolve({ accesos: memoryAccesos() }));
accesosContract('the store', async () => {
  const store = await temporaryStore();
  return {
    accesos: await openMongoAccesos(store.connection, 'candelaria', sealing),
    close: () => store.close(),
  };
});

it('who looked and why are sealed at rest', async () => {
  const store = await temporaryStore();
  const accesos = await openMongoAccesos(store.connection, 'candelaria', sealing);
  await accesos.record({ quien: 'Ana Ruiz', que: 'IDENTIDAD', motivo: 'Para citarla', en: new Date(0) });
  const kept = await store.connection.db?.collection('accesos').find({}, wholeCollection).toArray();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toMatch(/Ana|citarla/);
  await store.close();
});

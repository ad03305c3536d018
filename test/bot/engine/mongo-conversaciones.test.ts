import { afterAll, beforeAll } from '@jest/globals';
import { openMongoConversaciones } from '../../../bot/engine/mongo-conversaciones';
import { conversacionesContract } from '../../contracts/conversaciones-contract';
import { embeddedStore, type TestStore } from '../../fakes/embedded-store';

let store: TestStore;
beforeAll(async () => {
  store = await embeddedStore();
});
afterAll(() => store.close());

conversacionesContract('mongoose on the embedded store', async (sealing) =>
  openMongoConversaciones({ connection: await store.fresh(), entidad: 'candelaria-valle', sealing }),
);

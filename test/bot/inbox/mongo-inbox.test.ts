import { afterAll, beforeAll } from '@jest/globals';
import { silentLogger } from '../../../api/base/kernel/logger';
import { openMongoInbox } from '../../../bot/inbox/mongo-inbox';
import { inboxContract } from '../../contracts/inbox-contract';
import { embeddedStore, type TestStore } from '../../fakes/embedded-store';

let store: TestStore;
beforeAll(async () => {
  store = await embeddedStore();
});
afterAll(() => store.close());

inboxContract('mongoose on the embedded store', async (sealing, clock) =>
  openMongoInbox({
    connection: await store.fresh(),
    entidad: 'candelaria-valle',
    sealing,
    clock,
    logger: silentLogger,
  }),
);

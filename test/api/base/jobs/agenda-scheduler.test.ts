import { afterAll, beforeAll } from '@jest/globals';
import { agendaSchedulerContract } from '../../../contracts/agenda-scheduler-contract';
import { temporaryStore, type TemporaryStore } from '../../../fakes/temporary-store';

let store: TemporaryStore;
beforeAll(async () => {
  store = await temporaryStore();
});
afterAll(() => store.close());

agendaSchedulerContract('the store of tests', () => store.connection);

import { afterAll, beforeAll } from '@jest/globals';
import type { Connection } from '../../api/base/store/connect';
import { temporaryStore, type TemporaryStore } from './temporary-store';

/** For the tests of one file: gives an empty database of one temporary store each time it is called. */
export function freshDatabases(): () => Promise<Connection> {
  let store: TemporaryStore | undefined;
  let count = 0;
  beforeAll(async () => {
    store = await temporaryStore();
  });
  afterAll(() => store?.close());
  return async () => {
    if (!store) throw new Error('the store is not open yet');
    count += 1;
    const connection = store.connection.useDb(`prueba_${count}`);
    await connection.dropDatabase();
    return connection;
  };
}

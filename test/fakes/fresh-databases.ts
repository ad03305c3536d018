import { afterAll, beforeAll } from '@jest/globals';
import type { Connection } from '../../api/base/store/connect';
import { temporaryStore, type TemporaryStore } from './temporary-store';

/** For the tests of one file: gives an empty database of one temporary store each time it is called. */
export function freshDatabases(): () => Promise<Connection> {
  let store: TemporaryStore | undefined;
  const given: Connection[] = [];
  beforeAll(async () => {
    store = await temporaryStore();
  });
  afterAll(async () => {
    for (const connection of given) await connection.dropDatabase();
    await store?.close();
  });
  return async () => {
    if (!store) throw new Error('the store is not open yet');
    const connection = store.connection.useDb(`${store.connection.name}_${given.length + 1}`);
    given.push(connection);
    await connection.dropDatabase();
    return connection;
  };
}

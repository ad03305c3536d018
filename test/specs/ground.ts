import { openTestStore } from '../fakes/open-test-store';
import type { Ground } from './run-file';

/** The embedded store in a temporary folder, to be closed in the end. */
export async function openGround(): Promise<Ground & { close(): Promise<void> }> {
  const test = await openTestStore();
  const { client, store } = test;
  const { version } = await client.db('admin').command({ buildInfo: 1 });
  return {
    server: { version: String(version), topology: 'single' },
    uri: store.uri,
    client,
    close: () => test.close(),
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Logger, silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore, type OpenStore } from '../../api/base/store/open-store';

export interface TestStore {
  readonly dataDir: string;
  readonly store: OpenStore;
  readonly client: MongoClient;
  close(): Promise<void>;
}

/** An embedded store in this process, in a folder of its own, with a real driver connected to it. */
export async function openTestStore(
  dataDir = mkdtempSync(join(tmpdir(), 'store-test-')),
  { logger = silentLogger, refuseScans = false }: { logger?: Logger; refuseScans?: boolean } = {},
): Promise<TestStore> {
  const options = { dataDir, mode: 'serve', thread: 'inline', logger, refuseScans } as const;
  const store = valueOf(await openStore(options));
  const client = await MongoClient.connect(store.uri);
  return {
    dataDir,
    store,
    client,
    async close() {
      await client.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

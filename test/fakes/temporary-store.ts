import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { connect, type Connection } from '../../api/base/store/connect';
import { openStore } from '../../api/base/store/open-store';

export interface TemporaryStore {
  readonly connection: Connection;
  close(): Promise<void>;
}

/** An empty store of its own for a test; on the MongoDB of `TEST_MONGODB_URI` when it is set. */
export async function temporaryStore(): Promise<TemporaryStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'almacen-'));
  const logger = silentLogger;
  const mongodbUri = process.env['TEST_MONGODB_URI'];
  const store = valueOf(
    await openStore({ dataDir, mongodbUri, mode: 'serve', thread: 'inline', refuseScans: true, logger }),
  );
  const connection = await connect(store, { logger });
  if (mongodbUri) await connection.dropDatabase();
  return {
    connection,
    async close() {
      await connection.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

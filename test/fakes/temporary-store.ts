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

let opened = 0;

/** An empty store of its own for a test; on the MongoDB of `TEST_MONGODB_URI` when it is set, in a database of its own. */
export async function temporaryStore(): Promise<TemporaryStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'almacen-'));
  const logger = silentLogger;
  const mongodbUri = process.env['TEST_MONGODB_URI'];
  const store = valueOf(
    await openStore({ dataDir, mongodbUri, mode: 'serve', thread: 'inline', refuseScans: true, logger }),
  );
  const whole = await connect(store, { logger });
  // Several processes test on that server at once.
  const connection = mongodbUri ? whole.useDb(`prueba_${process.pid}_${(opened += 1)}`) : whole;
  if (mongodbUri) await connection.dropDatabase();
  return {
    connection,
    async close() {
      if (mongodbUri) await connection.dropDatabase();
      await whole.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { connect } from '../../api/base/store/connect';
import { openStore } from '../../api/base/store/open-store';

/** The real embedded store on a folder of its own, in this thread; its databases are apart by `fresh`. */
export interface TestStore {
  /** A connection to an empty database. */
  fresh(): Promise<Connection>;
  close(): Promise<void>;
}

export async function embeddedStore(): Promise<TestStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candelaria-'));
  const options = { dataDir, mode: 'serve', thread: 'inline', logger: silentLogger } as const;
  const store = valueOf(await openStore(options));
  const connections: Connection[] = [];
  return {
    async fresh() {
      const uri = store.uri.replace('/candelaria?', `/prueba${connections.length}?`);
      const connection = await connect({ ...store, uri }, { logger: silentLogger });
      connections.push(connection);
      return connection;
    },
    async close() {
      for (const connection of connections) await connection.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

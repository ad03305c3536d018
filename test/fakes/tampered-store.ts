import { join } from 'node:path';
import type { CollectionInfo } from '../../api/base/store/embedded/storage/catalog';
import { Engine } from '../../api/base/store/embedded/storage/engine';
import { idKey, keyOf } from '../../api/base/store/embedded/storage/key-space';
import type { Logger } from '../../api/base/kernel/logger';
import { openTestStore, type TestStore } from './open-test-store';

/** What a disk that fails may do to a collection, behind the store's back. */
export interface Tampering {
  readonly engine: Engine;
  readonly collection: CollectionInfo;
  /** The key under which a document is stored. */
  readonly key: (id: unknown) => Buffer;
  /** Flips one bit of what is stored under a key. */
  readonly flip: (key: Buffer, bit: number) => void;
}

export function flipped(value: Buffer, bit: number): Buffer {
  const damaged = Buffer.from(value);
  const at = bit >> 3;
  damaged[at] = (damaged[at] ?? 0) ^ (1 << (bit & 7));
  return damaged;
}

/** Closes a store, changes its file with LMDB alone, and opens it again. */
export async function tampered(
  store: TestStore,
  [db, name]: readonly [db: string, name: string],
  change: (tampering: Tampering) => void,
  logger?: Logger,
): Promise<TestStore> {
  await store.client.close();
  await store.store.close();
  const engine = new Engine(join(store.dataDir, 'store'));
  const collection = engine.catalog.find(db, name);
  if (!collection) throw new Error(`there is no collection ${name}`);
  await engine.env.write(() =>
    change({
      engine,
      collection,
      key: (id) => keyOf(collection.id, idKey(id)),
      flip(key, bit) {
        const value = engine.env.get(key);
        if (!value) throw new Error('nothing is stored under that key');
        engine.env.put(key, flipped(value, bit));
      },
    }),
  );
  await engine.close();
  return openTestStore(store.dataDir, { logger });
}

import type { Clock } from '../../../kernel/clock';
import { inverted, keyBytes } from '../values/key-bytes';
import type { CollectionInfo, IndexInfo } from './catalog';
import type { Engine } from './engine';
import { afterPrefix, keyOf } from './key-space';
import { isDamage } from './read-stored';

const PIECE = 100;
const OLDEST = new Date(-8_640_000_000_000_000);

/** Keys of dates up to an instant, in the index's direction. */
function expired({ id, fields }: IndexInfo, limit: Date): { from: Buffer; to: Buffer } {
  const [oldest, newest] = [keyBytes(OLDEST), keyBytes(limit)];
  if (fields[0]?.direction !== -1) return { from: keyOf(id, oldest), to: afterPrefix(keyOf(id, newest)) };
  return { from: keyOf(id, inverted(newest)), to: afterPrefix(keyOf(id, inverted(oldest))) };
}

/** Tells whether it is gone: a damaged document stays, and those around it go. */
function removeOne(engine: Engine, collection: CollectionInfo, id: Buffer): boolean {
  try {
    const stored = engine.documents.find(collection, id);
    if (stored) engine.documents.remove(collection, stored);
    return stored !== undefined;
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    return false;
  }
}

async function sweepIndex(
  engine: Engine,
  { db, name }: CollectionInfo,
  index: IndexInfo,
  now: Date,
): Promise<number> {
  const limit = new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000);
  const stretch = expired(index, limit);
  let removed = 0;
  // A damaged document cannot be removed: a piece with nothing else is the last one.
  for (let gone = 1; gone > 0; removed += gone) {
    gone = await engine.env.write(() => {
      const collection = engine.catalog.find(db, name);
      if (!collection?.indexes.some(({ id }) => id === index.id)) return 0;
      const ids = new Map(
        [...engine.env.entries({ ...stretch, limit: PIECE })].map(({ value }) => [
          value.toString('latin1'),
          value,
        ]),
      );
      return [...ids.values()].filter((id) => removeOne(engine, collection, id)).length;
    });
  }
  return removed;
}

/** Removes the documents whose date, in an index with `expireAfterSeconds`, is long enough ago; answers how many. */
export async function sweepExpired(engine: Engine, clock: Clock): Promise<number> {
  let removed = 0;
  for (const collection of engine.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.ready && index.expireAfterSeconds !== undefined) {
        removed += await sweepIndex(engine, collection, index, clock.now());
      }
    }
  }
  return removed;
}

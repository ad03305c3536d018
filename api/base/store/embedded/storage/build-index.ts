import { CommandError } from '../command-error';
import type { Doc } from '../values/types';
import type { CollectionInfo, IndexInfo } from './catalog';
import type { Engine } from './engine';
import { collectGarbage, noteGarbage } from './garbage';
import { afterPrefix, keyOf } from './key-space';
import { readStored } from './read-stored';

const PIECE_MS = 10;

const has = (collection: CollectionInfo | undefined, id: number): IndexInfo | undefined =>
  collection?.indexes.find((index) => index.id === id);

/** Only inside a write: the index is forgotten, its keys are to go. */
export function dropIndex(engine: Engine, collection: CollectionInfo, index: IndexInfo): void {
  engine.catalog.forgetIndex(collection, index);
  noteGarbage(engine.env, index.id);
}

/** Only inside a write: indexes the documents after `last` for a few milliseconds; answers the last one, undefined at the end. */
function buildPiece(
  engine: Engine,
  db: string,
  name: string,
  id: number,
  last: Buffer | undefined,
): Buffer | undefined {
  const collection = engine.catalog.find(db, name);
  const index = has(collection, id);
  if (!collection || !index)
    throw new CommandError('IndexNotFound', 'the index was dropped while it was being built');
  const start = performance.now();
  const space = keyOf(collection.id);
  const from = last ? Buffer.concat([last, Buffer.alloc(1)]) : space;
  const found: { key: Buffer; value: Buffer }[] = [];
  for (const entry of engine.env.entries({ from, to: afterPrefix(space), limit: 500 })) found.push(entry);
  for (const { key, value } of found) {
    engine.documents.addToIndex(
      collection,
      index,
      readStored(engine.env, collection, key.subarray(4), value),
    );
    if (performance.now() - start > PIECE_MS) return key;
  }
  const end = found.at(-1)?.key;
  if (end && found.length === 500) return end;
  index.ready = true;
  engine.catalog.save(collection);
  return undefined;
}

async function build(engine: Engine, db: string, name: string, id: number): Promise<void> {
  let last: Buffer | undefined;
  do {
    const from = last;
    last = await engine.env.write(() => buildPiece(engine, db, name, id, from));
  } while (last);
}

/**
 * Makes an index. On a collection with documents it is kept up by every write from now on, filled in short pieces, and
 * used when it is complete; a duplicate, or a crash, on the way leaves no index.
 */
export async function createIndex(engine: Engine, db: string, name: string, spec: Doc): Promise<void> {
  const id = await engine.env.write(() => {
    const collection = engine.collection(db, name);
    const space = keyOf(collection.id);
    const empty = engine.env.count(space, afterPrefix(space)) === 0;
    const index = engine.catalog.addIndex(collection, spec, empty);
    return empty ? undefined : index.id;
  });
  if (id === undefined) return;
  try {
    await build(engine, db, name, id);
  } catch (cause) {
    engine.env.writeNow(() => {
      const collection = engine.catalog.find(db, name);
      const index = has(collection, id);
      if (collection && index) dropIndex(engine, collection, index);
    });
    await collectGarbage(engine.env);
    throw cause;
  }
}

/** At opening: indexes whose building a crash broke off go; whoever wants them asks again. */
export function dropUnfinished(engine: Engine): void {
  const unfinished = engine.catalog
    .all()
    .flatMap((collection) =>
      collection.indexes.filter(({ ready }) => !ready).map((index) => ({ collection, index })),
    );
  if (unfinished.length === 0) return;
  engine.env.writeNow(() => {
    for (const { collection, index } of unfinished) dropIndex(engine, collection, index);
  });
}

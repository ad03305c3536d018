import { dropUnfinished } from '../../api/base/store/embedded/storage/build-index';
import type { CollectionInfo } from '../../api/base/store/embedded/storage/catalog';
import type { Engine } from '../../api/base/store/embedded/storage/engine';
import { collectGarbage } from '../../api/base/store/embedded/storage/garbage';
import { indexKeys } from '../../api/base/store/embedded/storage/index-keys';
import { afterPrefix, idKey, keyOf } from '../../api/base/store/embedded/storage/key-space';

/** The collection whose rows the writers tell of; of others only that they exist. */
export const ROWS = 'filas';

/** What a store holds, and where its documents and indexes do not agree. */
export interface Found {
  /** Value of each row; 1 for each other collection (`coleccion:name`) and each index of the rows (`indice:name`). */
  readonly rows: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  /** What the crash broke off and opening had to finish. */
  readonly brokenOff: { readonly build: boolean; readonly drop: boolean };
}

/** Notes of what is to be removed (`storage/garbage.ts`). */
const NOTES = Buffer.concat([Buffer.alloc(4), Buffer.from('gone:')]);

/** Does what opening does after a crash, then reads everything and compares each index, both ways, with its documents. */
export async function inspectStore(engine: Engine): Promise<Found> {
  const brokenOff = {
    build: engine.catalog.all().some(({ indexes }) => indexes.some(({ ready }) => !ready)),
    drop: engine.env.count(NOTES, afterPrefix(NOTES)) > 0,
  };
  dropUnfinished(engine);
  await collectGarbage(engine.env);
  const rows = new Map<string, number>();
  const faults: string[] = [];
  // Every key that may be there, with its value when it is an index entry.
  const expected = new Map<string, string>();
  for (const collection of engine.catalog.all()) {
    if (collection.name !== ROWS) rows.set(`coleccion:${collection.name}`, 1);
    else for (const { name } of collection.indexes) rows.set(`indice:${name}`, 1);
    readDocuments(engine, collection, { rows, faults, expected });
  }
  const all = engine.env.entries({ from: keyOf(1), to: Buffer.alloc(8, 0xff) });
  for (const { key, value } of all) {
    const hex = key.toString('hex');
    const wanted = expected.get(hex);
    if (wanted === undefined) faults.push(`nobody's key ${hex}`);
    else if (wanted !== '' && wanted !== value.toString('hex')) faults.push(`wrong entry ${hex}`);
    expected.delete(hex);
  }
  for (const key of expected.keys()) faults.push(`missing ${key}`);
  return { rows, faults, brokenOff };
}

interface Reading {
  readonly rows: Map<string, number>;
  readonly faults: string[];
  readonly expected: Map<string, string>;
}

function readDocuments(
  engine: Engine,
  collection: CollectionInfo,
  { rows, faults, expected }: Reading,
): void {
  const space = keyOf(collection.id);
  for (const { key } of engine.env.entries({ from: space, to: afterPrefix(space) })) {
    const id = key.subarray(4);
    const document = engine.documents.find(collection, Buffer.from(id))?.document ?? {};
    if (!idKey(document._id).equals(id)) faults.push(`document under another key ${id.toString('hex')}`);
    if (collection.name === ROWS) rows.set(String(document._id), Number(document.n));
    expected.set(key.toString('hex'), '');
    for (const index of collection.indexes) {
      for (const bytes of indexKeys(index, document).keys)
        expected.set(keyOf(index.id, bytes, id).toString('hex'), id.toString('hex'));
    }
  }
}

import { mongo, type Connection } from 'mongoose';
import {
  isBeingRestored,
  markRestoration,
  RESTORE_MARK,
  unmarkRestoration,
} from '../base/instalacion/mongo-restore-mark';
import { exactDocument } from './mongo-exact-document';
import { isOfTheProgram } from './of-the-program';
import { databaseOf, openSnapshot, type Snapshot } from './mongo-snapshot';

/** A database that a backup is restored into. */
export interface Place {
  /** True when it holds documents that a restoration would mix with. */
  occupied(): Promise<boolean>;
  /** From now on nobody serves it. */
  mark(instante: string): Promise<void>;
  unmark(): Promise<void>;
  marked(): Promise<boolean>;
  /** Leaves only the mark. */
  clear(): Promise<void>;
  /** An empty collection with indexes, as `listIndexes` says them, in extended JSON. */
  create(nombre: string, indices: readonly string[]): Promise<void>;
  addIndexes(nombre: string, indices: readonly string[]): Promise<void>;
  /** Stores documents exactly as their bytes are, in order; rejects at the first that is refused. */
  insert(nombre: string, documents: AsyncIterable<Buffer>): Promise<void>;
  /** What it holds by now, to be compared. */
  snapshot(): Promise<Snapshot>;
}

const BATCH_DOCUMENTS = 1000;
const BATCH_BYTES = 8 * 1024 * 1024;

async function names(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

async function occupied(db: mongo.Db): Promise<boolean> {
  for (const name of await names(db)) {
    if (isOfTheProgram(name)) continue;
    if ((await db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return true;
  }
  return false;
}

/**
 * What must not come back. The last sign in a backup is not the last one of the service: it would make an interruption
 * that never was. A link spent after the backup would open again.
 */
const NOT_BACK = ['latidos', 'enlaces_datos'];

async function forgetPast(db: mongo.Db): Promise<void> {
  const found = await names(db);
  for (const name of NOT_BACK) if (found.includes(name)) await db.dropCollection(name);
}

async function addIndexes(db: mongo.Db, name: string, indices: readonly string[]): Promise<void> {
  const indexes = indices.map((text) => mongo.BSON.EJSON.parse(text, { relaxed: false }) as mongo.Document);
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
}

async function insert(db: mongo.Db, name: string, documents: AsyncIterable<Buffer>): Promise<void> {
  let batch: mongo.Document[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    // Without forceServerObjectId the driver would replace an `_id` of null.
    const options = { ordered: true, forceServerObjectId: true };
    if (batch.length > 0) await db.collection(name).insertMany(batch, options);
    [batch, bytes] = [[], 0];
  };
  for await (const document of documents) {
    batch.push(exactDocument(document));
    bytes += document.length;
    if (batch.length >= BATCH_DOCUMENTS || bytes >= BATCH_BYTES) await flush();
  }
  await flush();
}

/** The database of an open connection, as a place to restore into. */
export function createPlace(connection: Connection, entidad: string): Place {
  const db = databaseOf(connection);
  return {
    occupied: () => occupied(db),
    marked: () => isBeingRestored(connection),
    mark: (instante) => markRestoration(connection, entidad, instante),
    async unmark() {
      await forgetPast(db);
      await unmarkRestoration(connection);
    },
    async clear() {
      for (const name of await names(db)) if (name !== RESTORE_MARK) await db.dropCollection(name);
    },
    async create(nombre, indices) {
      await db.createCollection(nombre);
      await addIndexes(db, nombre, indices);
    },
    addIndexes: (nombre, indices) => addIndexes(db, nombre, indices),
    insert: (nombre, documents) => insert(db, nombre, documents),
    snapshot: () => openSnapshot(connection),
  };
}

import { mongo, type Connection } from 'mongoose';
import type { FallaRespaldo } from './falla-respaldo';
import { RESTORE_MARK } from '../base/instalacion/mongo-restore-mark';
import { FULL_DISK } from '../base/store/full-disk';

/** One collection as of the instant of its snapshot. */
export interface SourceCollection {
  readonly nombre: string;
  /** What `listIndexes` says of each but that of `_id`, as extended JSON. */
  readonly indices: readonly string[];
  /** Its documents as BSON, in order of `_id`. */
  readonly documents: () => AsyncIterable<Buffer>;
}

/** Every collection of the database at one instant. */
export interface Snapshot {
  readonly collections: readonly SourceCollection[];
  /** Once, when all has been read: the store is told that it may forget that instant. */
  readonly end: () => Promise<void>;
}

const NO_SNAPSHOTS: readonly unknown[] = [
  // NotAReplicaSet, InvalidOptions: a MongoDB alone. SnapshotTooOld, SnapshotUnavailable: it took too long.
  123, 72, 239, 246,
];
const DAMAGED_DOCUMENT = 365;

/** An error of the store as a failure; undefined for what is not one. */
export function storeFault(cause: unknown): FallaRespaldo | undefined {
  if (!(cause instanceof mongo.MongoError)) return undefined;
  const donde = `${cause.name} ${cause.code ?? ''}`.trim();
  if (cause.code === FULL_DISK) return { motivo: 'DATOS_SIN_ESPACIO', donde };
  if (cause.code === DAMAGED_DOCUMENT) return { motivo: 'DOCUMENTO_DANADO', donde };
  return { motivo: NO_SNAPSHOTS.includes(cause.code) ? 'SIN_INSTANTANEA' : 'ALMACEN_FALLA', donde };
}

/** Attachments go by their own port, whatever keeps them; the mark is of this place alone. */
const APART: ReadonlySet<string> = new Set(['anexos.files', 'anexos.chunks', RESTORE_MARK]);

export const databaseOf = (connection: Connection): mongo.Db => {
  if (!connection.db) throw new Error('the connection to the store is not open');
  return connection.db;
};

/** The names of the collections that a backup holds, in order. */
export async function collectionNames(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found
    .map(({ name }) => name)
    .filter((name) => !APART.has(name) && !name.startsWith('system.'))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

async function indexesOf(db: mongo.Db, name: string): Promise<string[]> {
  const specs = await db.collection(name).listIndexes({ promoteValues: false }).toArray();
  return specs
    .filter(({ key }) => Object.keys(key as object).join() !== '_id')
    .map((spec) => mongo.BSON.EJSON.stringify(spec, { relaxed: false }));
}

async function* documentsOf(
  db: mongo.Db,
  name: string,
  session: mongo.ClientSession,
): AsyncGenerator<Buffer> {
  // By the index of `_id` without a sort: nothing is ever sorted in memory.
  const found = db.collection(name).find({}, { session, raw: true, hint: { _id: 1 }, batchSize: 1000 });
  for await (const document of found) {
    const bytes = document as unknown as Uint8Array;
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

/** Opens the database as of now: MongoDB's snapshot session, the same on a replica set and on the embedded store. */
export async function openSnapshot(connection: Connection): Promise<Snapshot> {
  const db = databaseOf(connection);
  const session = connection.getClient().startSession({ snapshot: true });
  const end = async (): Promise<void> => {
    const { id } = session;
    await session.endSession();
    // The driver only puts the session back in its pool; until the server hears of it, it keeps that instant.
    await db.admin().command({ endSessions: [id] });
  };
  try {
    // The first read begins the instant; what is listed after it lacks nothing that was there.
    await db.collection(RESTORE_MARK).findOne({}, { session });
    const collections: SourceCollection[] = [];
    for (const nombre of await collectionNames(db)) {
      const indices = await indexesOf(db, nombre);
      collections.push({ nombre, indices, documents: () => documentsOf(db, nombre, session) });
    }
    return { collections, end };
  } catch (cause) {
    await end().catch(() => undefined);
    throw cause;
  }
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, type Connection } from 'mongoose';

const BUCKET = 'anexos';

type GridFile = mongo.GridFSFile;
type Filter = mongo.Filter<GridFile>;

/** GridFS's two collections, with the conditional writes that its own bucket does not offer. */
export interface Grid {
  /** Writes a file whole; when it rejects nothing of it is left. */
  write(filename: string, bytes: AsyncIterable<Buffer>, metadata: mongo.Document): Promise<mongo.ObjectId>;
  read(id: mongo.ObjectId): AsyncIterable<Buffer>;
  find(filter: Filter): AsyncIterable<GridFile>;
  findOne(filter: Filter): Promise<GridFile | null>;
  /** Sets fields of one file; tells whether there was one. */
  set(filter: Filter, fields: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Removes every file that matches, each decided and removed in one operation; tells how many. */
  remove(filter: Filter): Promise<number>;
  /** Removes the pieces of files that never came to be, begun between two instants; tells of how many files. */
  removeLoosePieces(from: Date, to: Date): Promise<number>;
}

const idAt = (instant: Date): mongo.ObjectId =>
  mongo.ObjectId.createFromTime(Math.max(0, Math.floor(instant.getTime() / 1000)));

async function remove(db: mongo.Db, filter: Filter): Promise<number> {
  for (let removed = 0; ; removed += 1) {
    const file = await db.collection<GridFile>(`${BUCKET}.files`).findOneAndDelete(filter);
    if (!file) return removed;
    await db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: file._id });
  }
}

// GridFS writes a file's own document last, so an upload cut by a crash leaves only pieces.
async function removeLoosePieces(db: mongo.Db, from: Date, to: Date): Promise<number> {
  const chunks = db.collection(`${BUCKET}.chunks`);
  const began = { $gte: idAt(from), $lt: idAt(to) };
  let removed = 0;
  for await (const { files_id: id } of chunks.find(
    { files_id: began, n: 0 },
    { projection: { files_id: 1 } },
  )) {
    if (!(id instanceof mongo.ObjectId)) continue;
    if ((await db.collection(`${BUCKET}.files`).findOne({ _id: id })) !== null) continue;
    await chunks.deleteMany({ files_id: id });
    removed += 1;
  }
  return removed;
}

/** The grid of attachments of an open connection. */
export function createGrid(connection: Connection): Grid {
  const db = (): mongo.Db => {
    if (!connection.db) throw new Error('the connection to the store is not open');
    return connection.db;
  };
  const bucket = (): mongo.GridFSBucket => new mongo.GridFSBucket(db(), { bucketName: BUCKET });
  const files = () => db().collection<GridFile>(`${BUCKET}.files`);
  return {
    async write(filename, bytes, metadata) {
      const stream = bucket().openUploadStream(filename, { metadata });
      try {
        await pipeline(Readable.from(bytes, { objectMode: false }), stream);
      } catch (error) {
        await db().collection(`${BUCKET}.chunks`).deleteMany({ files_id: stream.id });
        throw error;
      }
      return stream.id;
    },
    read: (id) => bucket().openDownloadStream(id),
    find: (filter) => files().find(filter),
    findOne: (filter) => files().findOne(filter),
    set: async (filter, fields) => (await files().updateOne(filter, { $set: fields })).matchedCount === 1,
    remove: (filter) => remove(db(), filter),
    removeLoosePieces: (from, to) => removeLoosePieces(db(), from, to),
  };
}

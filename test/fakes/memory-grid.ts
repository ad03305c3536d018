import { mongo } from 'mongoose';
import type { Grid } from '../../api/base/anexos/mongo-grid';

interface Stored {
  readonly file: mongo.GridFSFile;
  readonly bytes: Buffer;
}

const at = (file: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => new Map(Object.entries(value ?? {})).get(name), { ...file });

/** Equality, `$ne` and `$lt` over dotted paths: all that the attachments ask of GridFS. */
const matches = (file: mongo.GridFSFile, filter: object): boolean =>
  Object.entries(filter).every(([path, wanted]: [string, unknown]) => {
    const value = at(file, path);
    if (typeof wanted === 'object' && wanted !== null && '$lt' in wanted) {
      return value instanceof Date && wanted.$lt instanceof Date && value < wanted.$lt;
    }
    if (typeof wanted === 'object' && wanted !== null && '$ne' in wanted) return !isSame(value, wanted.$ne);
    return isSame(value, wanted);
  });

const isSame = (value: unknown, wanted: unknown): boolean =>
  wanted instanceof mongo.ObjectId ? wanted.equals(value as mongo.ObjectId) : value === wanted;

/** GridFS in memory, with the same conditional writes. */
export function memoryGrid(): Grid {
  const stored = new Map<string, Stored>();
  const where = (filter: object): Stored[] =>
    Array.from(stored.values()).filter(({ file }) => matches(file, filter));
  return {
    async write(filename, pieces, metadata) {
      const chunks: Buffer[] = [];
      for await (const piece of pieces) chunks.push(piece);
      const bytes = Buffer.concat(chunks);
      const _id = new mongo.ObjectId();
      const file = { _id, filename, metadata, length: bytes.length, chunkSize: 1, uploadDate: new Date(0) };
      stored.set(_id.toHexString(), { file, bytes });
      return _id;
    },
    async *read(id) {
      const found = stored.get(id.toHexString());
      if (found) yield found.bytes;
    },
    async *find(filter) {
      for (const { file } of where(filter)) yield file;
    },
    findOne: async (filter) => where(filter)[0]?.file ?? null,
    async set(filter, fields) {
      const [found] = where(filter);
      if (!found) return false;
      const { filename = found.file.filename } = fields as { filename?: string };
      const about = Object.entries(fields).filter(([path]) => path.startsWith('metadata.'));
      const changed = Object.fromEntries(
        about.map(([path, value]) => [path.slice('metadata.'.length), value]),
      );
      const metadata = { ...found.file.metadata, ...changed };
      stored.set(found.file._id.toHexString(), { ...found, file: { ...found.file, filename, metadata } });
      return true;
    },
    async remove(filter) {
      const found = where(filter);
      for (const { file } of found) stored.delete(file._id.toHexString());
      return found.length;
    },
    removeLoosePieces: async () => 0,
  };
}

import { gunzipSync, gzipSync } from 'node:zlib';
import { type Connection, type Model, Schema } from 'mongoose';
import { newId } from '../base/kernel/ids';
import type { Instantanea, Instantaneas } from './instantaneas';

interface InstantaneaDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly hash: string;
  readonly enVigorEn: Date;
  readonly quien: string;
  /** `[path, text]` pairs as JSON, compressed. */
  readonly archivos: Buffer;
}

const text = { type: String, required: true } as const;

const schema = new Schema<InstantaneaDocument>(
  {
    _id: text,
    entidad: text,
    esquema: { type: Number, required: true },
    hash: text,
    enVigorEn: { type: Date, required: true },
    quien: text,
    archivos: { type: Buffer, required: true },
  },
  { collection: 'contenidos', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, enVigorEn: 1, _id: 1 });
schema.index({ entidad: 1, hash: 1 });

const LAST = { enVigorEn: -1, _id: -1 } as const;

/** Contents in collection `contenidos`, once its indexes exist. */
export async function openMongoInstantaneas(connection: Connection, entidad: string): Promise<Instantaneas> {
  const known = connection.models['Contenido'] as Model<InstantaneaDocument> | undefined;
  const model = known ?? connection.model<InstantaneaDocument>('Contenido', schema);
  await model.createIndexes();
  return {
    async last() {
      const found = await model.findOne({ entidad }).sort(LAST).lean<InstantaneaDocument>().exec();
      return found ? instantaneaOf(found) : undefined;
    },
    async lastHash() {
      const found = await model
        .findOne({ entidad }, { hash: 1 })
        .sort(LAST)
        .lean<InstantaneaDocument>()
        .exec();
      return found?.hash;
    },
    knows: async (hash) => (await model.findOne({ entidad, hash }, { _id: 1 }).lean().exec()) !== null,
    async add({ archivos, ...rest }) {
      const packed = gzipSync(JSON.stringify([...archivos]));
      await model.create([{ _id: newId(), entidad, esquema: 1, ...rest, archivos: packed }]);
    },
  };
}

function instantaneaOf({ hash, enVigorEn, quien, archivos }: InstantaneaDocument): Instantanea {
  // A lean document brings the driver's Binary, which holds the bytes in `buffer`.
  const packed =
    'buffer' in archivos && !Buffer.isBuffer(archivos) ? Buffer.from(archivos['buffer']) : archivos;
  // Packed by this program from a list of pairs.
  const pairs = JSON.parse(gunzipSync(packed).toString('utf8')) as [string, string][];
  return { hash, enVigorEn, quien, archivos: new Map(pairs) };
}

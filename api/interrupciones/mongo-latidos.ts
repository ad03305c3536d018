import { type Connection, type Model, Schema } from 'mongoose';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Latido } from './latido';
import type { Latidos } from './ports';

interface Kept extends Latido {
  readonly _id: string;
}

const instant = { type: Date, required: true } as const;

const schema = new Schema<Kept>(
  {
    _id: { type: String, required: true },
    ...schemaBase,
    en: instant,
    desde: instant,
    aOrden: { type: Boolean, required: true },
  },
  { ...schemaOptions, collection: 'latidos' },
);

/** The last sign of a town's service, in one document. */
export function createMongoLatidos(connection: Connection, entidad: string): Latidos {
  const model =
    (connection.models['Latido'] as Model<Kept> | undefined) ?? connection.model<Kept>('Latido', schema);
  return {
    async last() {
      const kept = await model.findById(entidad).lean<Kept>().exec();
      return kept ? { en: kept.en, desde: kept.desde, aOrden: kept.aOrden } : undefined;
    },
    async leave(en, aOrden) {
      const change = { $set: { en, aOrden }, $setOnInsert: { entidad, esquema: 1, desde: en } };
      await settledUpsert(() => model.updateOne({ _id: entidad }, change, { upsert: true }).exec());
    },
  };
}

import { type Connection, type Model, Schema } from 'mongoose';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Revisiones } from './ports';
import type { Revision } from './revision';

/** As many nights as are kept. */
const KEPT = 14;

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

const hallazgo = new Schema({ clase: text, donde: text, motivo: text }, { _id: false });
const revision = new Schema(
  {
    en: { type: Date, required: true },
    segundos: count,
    colecciones: count,
    documentos: count,
    comunicaciones: count,
    anexos: count,
    cuantos: count,
    hallazgos: [hallazgo],
    hastaAnexo: String,
  },
  { _id: false },
);

interface Kept {
  readonly _id: string;
  readonly ultimas: readonly Revision[];
}

const schema = new Schema<Kept>(
  { _id: text, ...schemaBase, ultimas: [revision] },
  { ...schemaOptions, collection: 'revisiones' },
);

/** The last checks of a town, in one document. */
export function createMongoRevisiones(connection: Connection, entidad: string): Revisiones {
  const model =
    (connection.models['Revision'] as Model<Kept> | undefined) ?? connection.model<Kept>('Revision', schema);
  return {
    last: async () => (await model.findById(entidad).lean<Kept>().exec())?.ultimas.at(-1),
    async add(done) {
      const change = {
        $setOnInsert: { entidad, esquema: 1 },
        $push: { ultimas: { $each: [done], $slice: -KEPT } },
      };
      await settledUpsert(() => model.updateOne({ _id: entidad }, change, { upsert: true }).exec());
    },
  };
}

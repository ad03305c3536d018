import { type Connection, type Model, Schema } from 'mongoose';
import { sealedField } from '../base/sealing/mongo-sealed-type';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Pendiente, PorRadicar, PorRadicarDe } from './por-radicar';
import { createSharedLookup } from './shared-lookup';

/** As it is stored. `_id` joins town, book and key: one of each at most. */
interface Stored extends Pendiente, PorRadicarDe {
  readonly _id: string;
  readonly esquema: 1;
}

const text = { type: String, required: true } as const;
const sealed = { ...sealedField, required: true } as const;

/** The model of what waits for a number. */
export function porRadicarModel(connection: Connection): Model<Stored> {
  const schema = new Schema(
    {
      _id: text,
      ...schemaBase,
      libro: text,
      clave: text,
      huella: text,
      dia: text,
      llegada: sealed,
      solicitud: sealed,
      anexos: { type: [String], required: true },
    },
    { ...schemaOptions, collection: 'por_radicar' },
  );
  schema.index({ entidad: 1, libro: 1, dia: 1, _id: 1 }, { unique: true });
  schema.index({ entidad: 1, anexos: 1 });
  return connection.model<Stored>('PorRadicar', schema);
}

/** The solicitudes of one book that wait for their number, in the store. */
export function createMongoPorRadicar(model: Model<Stored>, de: PorRadicarDe): PorRadicar {
  const { entidad, libro } = de;
  const idOf = (clave: string) => `${entidad}/${libro}/${clave}`;
  // Every filing asks whether something waits under its key: those who ask at the same time share the query.
  const find = createSharedLookup(async (claves) => {
    const ids = claves.map(idOf);
    const found = await model.find({ _id: { $in: ids } }).lean<Stored[]>();
    return new Map(found.map((stored) => [stored.clave, stored]));
  });
  return {
    find,
    async keep(pendiente) {
      const kept = await settledUpsert(() =>
        model
          .findOneAndUpdate(
            { _id: idOf(pendiente.clave) },
            { $setOnInsert: { entidad, libro, esquema: 1, ...pendiente } },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<Stored>()
          .exec(),
      );
      if (!kept) throw new Error('an upsert gives back what it left');
      return kept;
    },
    async remove(clave) {
      await model.deleteOne({ _id: idOf(clave) });
    },
    waiting: (limit) =>
      model
        .find({ entidad, libro }, { clave: 1, llegada: 1 })
        .sort({ dia: 1, _id: 1 })
        .limit(limit)
        .lean<Stored[]>()
        .exec(),
  };
}

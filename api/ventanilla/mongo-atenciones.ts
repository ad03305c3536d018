import { type Connection, type Model, Schema } from 'mongoose';
import { sealedField } from '../base/sealing/mongo-sealed-type';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import type { Libro } from '../comunicaciones/comunicacion';
import type { AtencionConfirmada, Atenciones } from './atenciones';

interface Stored extends AtencionConfirmada {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: 1;
  readonly libro: Libro;
}

const text = { type: String, required: true } as const;

/** The model of what officials confirmed. */
export function atencionModel(connection: Connection): Model<Stored> {
  const schema = new Schema(
    {
      _id: text,
      ...schemaBase,
      libro: text,
      clave: text,
      solicitud: { ...sealedField, required: true },
      anexos: { type: [String], required: true },
    },
    { ...schemaOptions, collection: 'atenciones' },
  );
  schema.index({ entidad: 1, libro: 1, _id: 1 }, { unique: true });
  schema.index({ entidad: 1, anexos: 1 });
  const known = connection.models['Atencion'] as Model<Stored> | undefined;
  return known ?? connection.model<Stored>('Atencion', schema);
}

/** Whose they are: what was received in the rehearsal never takes an official number. */
interface De {
  readonly entidad: string;
  readonly libro: Libro;
}

/** The confirmed attentions of one book, in the store. */
export function createMongoAtenciones(model: Model<Stored>, { entidad, libro }: De): Atenciones {
  const idOf = (clave: string) => `${entidad}/${libro}/${clave}`;
  return {
    async keep(atencion) {
      const { clave } = atencion;
      const kept = { entidad, libro, esquema: 1, ...atencion };
      await model.updateOne({ _id: idOf(clave) }, { $setOnInsert: kept }, { upsert: true });
    },
    async remove(clave) {
      await model.deleteOne({ _id: idOf(clave) });
    },
    confirmed: (limit) =>
      model.find({ entidad, libro }).sort({ _id: 1 }).limit(limit).lean<Stored[]>().exec(),
  };
}

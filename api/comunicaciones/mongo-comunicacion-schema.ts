import { Schema, type SchemaDefinition } from 'mongoose';

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const number = { type: Number, required: true } as const;

/** Any JSON value, kept as it is. */
const anything = { type: Schema.Types.Mixed, required: true } as const;

const evento = new Schema(
  { n: number, tipo: text, en: date, por: text, datos: anything, anterior: text, hash: text },
  { _id: false, minimize: false },
);

/**
 * The collection of official communications. `features` are the fields that each kind of communication adds (a PQRSD
 * is a received one with more fields).
 */
export function comunicacionSchema(features: SchemaDefinition): Schema {
  const schema = new Schema(
    {
      _id: text,
      entidad: text,
      esquema: number,
      libro: text,
      serie: text,
      anio: number,
      clase: text,
      numero: number,
      recepcion: text,
      radicado: String,
      clave: text,
      huella: text,
      canal: text,
      recibidoEn: date,
      radicadoEn: date,
      anterior: text,
      eventos: { type: [evento], required: true },
      version: number,
      porSellar: { type: Boolean, required: true },
      ...features,
    },
    { collection: 'comunicaciones', versionKey: false, minimize: false, strict: 'throw', autoIndex: false },
  );
  schema.index({ entidad: 1, libro: 1, serie: 1, anio: 1, numero: 1 }, { unique: true });
  // What keeps the book one chain: a process with an old idea of its end collides here also when the year changes.
  schema.index({ entidad: 1, libro: 1, serie: 1, anterior: 1 }, { unique: true });
  schema.index({ entidad: 1, libro: 1, clave: 1 }, { unique: true });
  schema.index({ entidad: 1, libro: 1, recepcion: 1 }, { unique: true });
  schema.index({ entidad: 1, radicado: 1 }, { partialFilterExpression: { radicado: { $exists: true } } });
  schema.index(
    { entidad: 1, libro: 1, anio: 1, serie: 1, numero: 1, porSellar: 1 },
    { partialFilterExpression: { porSellar: true } },
  );
  return schema;
}

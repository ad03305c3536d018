import { type Connection, type Model, Schema } from 'mongoose';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Libro } from '../comunicaciones/comunicacion';
import type { EstadoAviso, RadicadoReclamado, RadicadosExternos } from './radicados-externos';

/** As it is stored. `_id` joins town, book and number: two cases cannot have the same one. */
interface Stored extends RadicadoReclamado {
  readonly _id: string;
  readonly libro: Libro;
}

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const aviso = new Schema(
  {
    estado: text,
    intentos: { type: Number, required: true },
    en: instant,
    proximoEn: Date,
    posibleRepeticion: Boolean,
  },
  { _id: false },
);

const schema = new Schema<Stored>(
  {
    _id: text,
    ...schemaBase,
    libro: text,
    radicado: text,
    caso: text,
    recepcion: text,
    fecha: text,
    lote: text,
    en: instant,
    aviso,
  },
  { ...schemaOptions, collection: 'radicados_externos' },
);
schema.index(
  { entidad: 1, libro: 1, 'aviso.proximoEn': 1 },
  { partialFilterExpression: { 'aviso.proximoEn': { $exists: true } } },
);
schema.index({ entidad: 1, libro: 1, 'aviso.estado': 1, en: 1 });

const UNTOLD: EstadoAviso[] = ['POR_CONTAR', 'ENVIANDO', 'INCIERTO', 'RECHAZADO'];

/** The numbers that another Ventanilla gave in a book, in the store, once its indexes exist. */
export async function openMongoRadicadosExternos(
  connection: Connection,
  { entidad, libro }: { readonly entidad: string; readonly libro: Libro },
): Promise<RadicadosExternos> {
  const model =
    (connection.models['RadicadoExterno'] as Model<Stored> | undefined) ??
    connection.model<Stored>('RadicadoExterno', schema);
  await model.createIndexes();
  return { ...claimsOf(model, entidad, libro), ...noticesOf(model, entidad, libro) };
}

const idOf = (entidad: string, libro: Libro, radicado: string): string => `${entidad}/${libro}/${radicado}`;

function claimsOf(
  model: Model<Stored>,
  entidad: string,
  libro: Libro,
): Pick<RadicadosExternos, 'claim' | 'find'> {
  return {
    async claim(reclamado) {
      const claimed = await settledUpsert(() =>
        model
          .findOneAndUpdate(
            { _id: idOf(entidad, libro, reclamado.radicado) },
            { $setOnInsert: { entidad, libro, esquema: 1, ...reclamado } },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<Stored>()
          .exec(),
      );
      if (!claimed) throw new Error('an upsert gives back what it left');
      return claimed;
    },
    find: async (radicado) =>
      (await model
        .findById(idOf(entidad, libro, radicado))
        .lean<Stored>()
        .exec()) ?? undefined,
  };
}

function noticesOf(
  model: Model<Stored>,
  entidad: string,
  libro: Libro,
): Pick<RadicadosExternos, 'changeAviso' | 'due' | 'porContar'> {
  return {
    async changeAviso(radicado, expected, next) {
      const same = expected
        ? { 'aviso.estado': expected.estado, 'aviso.intentos': expected.intentos }
        : { aviso: { $exists: false } };
      const { modifiedCount } = await model
        .updateOne({ _id: idOf(entidad, libro, radicado), ...same }, { $set: { aviso: next } })
        .exec();
      return modifiedCount === 1;
    },
    due: (now, limit) =>
      model
        .find({ entidad, libro, 'aviso.proximoEn': { $lte: now } })
        .sort({ 'aviso.proximoEn': 1 })
        .limit(limit)
        .lean<Stored[]>()
        .exec(),
    porContar: (limit) =>
      model
        .find({ entidad, libro, 'aviso.estado': { $in: UNTOLD } })
        .limit(limit)
        .lean<Stored[]>()
        .exec(),
  };
}

import { Schema, type Connection, type Model } from 'mongoose';
import { schemaBase, schemaOptions } from '../../base/store/schema-base';
import type { EstadoEnvioSello, Sello } from './sello';
import type { ClaveSello, SelloEnLista, Sellos } from './sellos';

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;
const instant = { type: Date, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const hoja = new Schema({ id: text, version: count, recepcion: text, hash: text }, { _id: false });
const envio = new Schema(
  { estado: text, intentos: count, en: instant, posibleRepeticion: flag },
  { _id: false },
);

const schema = new Schema<Sello>(
  {
    ...schemaBase,
    libro: text,
    n: count,
    desde: text,
    dia: text,
    anterior: text,
    cuenta: count,
    raiz: text,
    selladoEn: instant,
    kid: text,
    firma: text,
    hojas: [hoja],
    porAplicar: flag,
    envio,
  },
  { ...schemaOptions, collection: 'sellos' },
);
// Two copies cannot fork the chain: each number and each day is taken once.
schema.index({ entidad: 1, libro: 1, n: 1 }, { unique: true });
schema.index({ entidad: 1, libro: 1, dia: 1 }, { unique: true });

const DUPLICATE_KEY = 11_000;
const UNSENT: EstadoEnvioSello[] = ['PENDIENTE_DECISION', 'PENDIENTE', 'ENVIANDO', 'INCIERTO', 'RECHAZADO'];
const WHOLE = { _id: 0 } as const;
const LISTED = { _id: 0, hojas: 0, esquema: 0, porAplicar: 0, 'envio.intentos': 0, 'envio.en': 0 } as const;

/** The seals of a town in collection `sellos`, once its indexes exist. */
export async function openMongoSellos(connection: Connection, entidad: string): Promise<Sellos> {
  const model =
    (connection.models['Sello'] as Model<Sello> | undefined) ?? connection.model<Sello>('Sello', schema);
  await model.createIndexes();
  const named = ({ libro, n }: ClaveSello) => ({ entidad, libro, n });
  return {
    last: async (libro) =>
      (await model.findOne({ entidad, libro }, WHOLE).sort({ n: -1 }).lean<Sello>().exec()) ?? undefined,
    insert: (sello) => insertOnce(model, sello),
    async markApplied(clave) {
      await model.updateOne(named(clave), { $set: { porAplicar: false } }).exec();
    },
    async changeEnvio(clave, expected, next) {
      const same = { 'envio.estado': expected.estado, 'envio.intentos': expected.intentos };
      const { modifiedCount } = await model
        .updateOne({ ...named(clave), ...same }, { $set: { envio: next } })
        .exec();
      return modifiedCount === 1;
    },
    async coverBefore({ libro, n }, en) {
      const unsent = { entidad, libro, n: { $lt: n }, 'envio.estado': { $in: UNSENT } };
      await model.updateMany(unsent, { $set: { 'envio.estado': 'CUBIERTO', 'envio.en': en } }).exec();
    },
    list: (libro, limit, hasta) =>
      model
        .find({ entidad, libro, ...(hasta === undefined ? {} : { n: { $lte: hasta } }) }, LISTED)
        .sort({ n: -1 })
        .limit(limit)
        .lean<SelloEnLista[]>()
        .exec(),
    firstCovering: async (libro, recepcion, desde) =>
      (await model
        .findOne({ entidad, libro, dia: { $gte: desde }, 'hojas.recepcion': recepcion }, WHOLE)
        .sort({ dia: 1 })
        .lean<Sello>()
        .exec()) ?? undefined,
  };
}

async function insertOnce(model: Model<Sello>, sello: Sello): Promise<boolean> {
  try {
    await model.create(sello);
    return true;
  } catch (cause) {
    if ((cause as { code?: unknown }).code === DUPLICATE_KEY) return false;
    throw cause;
  }
}

import { type Connection, type Model, Schema } from 'mongoose';
import { sealedField } from '../base/sealing/mongo-sealed-type';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Notificacion } from './notificacion';
import type { Notificaciones } from './ports';

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;
const number = { type: Number, required: true } as const;

const plantilla = new Schema({ nombre: text, idioma: text }, { _id: false });

const intento = new Schema(
  {
    medio: text,
    estado: text,
    clave: text,
    en: instant,
    estadoEn: instant,
    veces: number,
    huella: text,
    sellado: { ...sealedField, required: true },
    plantilla,
    envio: String,
    proveedorId: String,
    codigo: String,
    posibleRepeticion: Boolean,
  },
  { _id: false },
);

const schema = new Schema<Notificacion>(
  {
    _id: text,
    ...schemaBase,
    libro: text,
    caso: text,
    recepcion: text,
    n: number,
    hecho: text,
    estado: text,
    creadaEn: instant,
    intentos: { type: [intento], required: true },
    version: number,
    proximoEn: Date,
    porAnotar: Boolean,
  },
  { ...schemaOptions, collection: 'notificaciones' },
);
schema.index({ entidad: 1, proximoEn: 1 }, { partialFilterExpression: { proximoEn: { $exists: true } } });
schema.index({ entidad: 1, caso: 1, n: 1 }, { unique: true });
schema.index({ entidad: 1, estado: 1, creadaEn: 1 });

/** More events than a case is told of. */
const MAX_OF_CASE = 500;

/** What the people of the cases are told, in collection `notificaciones`, once its indexes exist. */
export async function openMongoNotificaciones(
  connection: Connection,
  entidad: string,
): Promise<Notificaciones> {
  const model =
    (connection.models['Notificacion'] as Model<Notificacion> | undefined) ??
    connection.model<Notificacion>('Notificacion', schema);
  await model.createIndexes();
  const list = (filter: object, sort: Record<string, 1>, limit: number) =>
    model
      .find({ entidad, ...filter })
      .sort(sort)
      .limit(limit)
      .lean<Notificacion[]>()
      .exec();
  return {
    ...writesOf(model, entidad),
    due: (now, limit) => list({ proximoEn: { $lte: now } }, { proximoEn: 1 }, limit),
    ofCase: (caso) => list({ caso }, { n: 1 }, MAX_OF_CASE),
    inState: (estado, limit) => list({ estado }, { creadaEn: 1 }, limit),
  };
}

const writesOf = (model: Model<Notificacion>, entidad: string): Pick<Notificaciones, 'open' | 'change'> => ({
  async open({ _id, ...rest }) {
    await settledUpsert(() => model.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true }).exec());
  },
  async change({ _id, version, proximoEn, porAnotar, estado, intentos }) {
    const known = {
      version,
      estado,
      intentos,
      ...(proximoEn && { proximoEn }),
      ...(porAnotar && { porAnotar }),
    };
    const gone = {
      ...(!proximoEn && { proximoEn: 1 as const }),
      ...(!porAnotar && { porAnotar: 1 as const }),
    };
    const changed = await model.updateOne(
      { _id, entidad, version: version - 1 },
      { $set: known, ...(Object.keys(gone).length > 0 && { $unset: gone }) },
    );
    return changed.modifiedCount === 1;
  },
});

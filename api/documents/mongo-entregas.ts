import { type Connection, type Model, Schema } from 'mongoose';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Series } from '../comunicaciones/mongo-book';
import type { Apartada, Entregas, Linea } from './entregas';

interface StoredLinea extends Linea, Series {
  readonly _id: string;
}

interface StoredApartada extends Apartada, Series {
  readonly _id: string;
}

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const instant = { type: Date, required: true } as const;
const series = { ...schemaBase, libro: text, serie: text } as const;

const posicion = new Schema({ anio: number, numero: number }, { _id: false });
const pausa = new Schema({ motivo: text, intentos: number, desde: instant, hasta: instant }, { _id: false });

const lineaSchema = new Schema<StoredLinea>(
  { _id: text, ...series, hasta: posicion, en: Date, pausa },
  { ...schemaOptions, collection: 'gestor_lineas' },
);

const apartadaSchema = new Schema<StoredApartada>(
  {
    _id: text,
    ...series,
    caso: text,
    recepcion: text,
    anio: number,
    numero: number,
    motivo: String,
    intentos: number,
    proximoEn: Date,
  },
  { ...schemaOptions, collection: 'gestor_apartadas' },
);
apartadaSchema.index({ entidad: 1, libro: 1, serie: 1, anio: 1, numero: 1 });
apartadaSchema.index(
  { entidad: 1, libro: 1, serie: 1, proximoEn: 1 },
  { partialFilterExpression: { proximoEn: { $exists: true } } },
);

const modelOf = <T>(connection: Connection, name: string, schema: Schema<T>): Model<T> =>
  (connection.models[name] as Model<T> | undefined) ?? connection.model<T>(name, schema);

/** How the deliveries of a series stand, in the store, once its indexes exist. */
export async function openMongoEntregas(connection: Connection, of: Series): Promise<Entregas> {
  const lineas = modelOf(connection, 'GestorLinea', lineaSchema);
  const apart = modelOf(connection, 'GestorApartada', apartadaSchema);
  await apart.createIndexes();
  const { entidad, libro, serie } = of;
  const _id = `${entidad}/${libro}/${serie}`;
  const whole = { entidad, libro, serie, esquema: 1 };
  const change = (update: object) =>
    settledUpsert(() =>
      lineas
        .findOneAndUpdate(
          { _id },
          { ...update, $setOnInsert: whole },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<StoredLinea>()
        .exec(),
    );
  return {
    linea: async () => (await lineas.findById(_id).lean<StoredLinea>().exec()) ?? {},
    async advance({ anio, numero }, en) {
      await change({ $set: { en }, $unset: { pausa: 1 } });
      const behind = [{ hasta: { $exists: false } }, { 'hasta.anio': { $lt: anio } }];
      const earlier = { 'hasta.anio': anio, 'hasta.numero': { $lt: numero } };
      await lineas
        .updateOne({ _id, $or: [...behind, earlier] }, { $set: { hasta: { anio, numero } } })
        .exec();
    },
    async pause(next) {
      await change({ $set: { pausa: next } });
    },
    async resume() {
      await lineas.updateOne({ _id, pausa: { $exists: true } }, { $unset: { pausa: 1 } }).exec();
    },
    ...apartadasOf(apart, of),
  };
}

function apartadasOf(
  model: Model<StoredApartada>,
  { entidad, libro, serie }: Series,
): Pick<Entregas, 'setAside' | 'remove' | 'due' | 'apartadas'> {
  const ours = { entidad, libro, serie };
  return {
    async setAside({ proximoEn, ...apartada }) {
      await settledUpsert(() =>
        model
          .findOneAndUpdate(
            { _id: apartada.caso },
            {
              $set: { ...apartada, ...ours, esquema: 1, ...(proximoEn && { proximoEn }) },
              ...(!proximoEn && { $unset: { proximoEn: 1 } }),
            },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<StoredApartada>()
          .exec(),
      );
    },
    async remove(caso) {
      await model.deleteOne({ _id: caso }).exec();
    },
    due: (now, limit) =>
      model
        .find({ ...ours, proximoEn: { $lte: now } })
        .sort({ proximoEn: 1 })
        .limit(limit)
        .lean<StoredApartada[]>()
        .exec(),
    apartadas: (limit) =>
      model.find(ours).sort({ anio: 1, numero: 1 }).limit(limit).lean<StoredApartada[]>().exec(),
  };
}

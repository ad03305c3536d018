import { type Connection, type Model, Schema } from 'mongoose';
import { sealedField } from '../base/sealing/mongo-sealed-type';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Libro } from '../comunicaciones/comunicacion';
import type { Aviso, EstadoAviso } from './aviso';
import type { AvisoEnLista, Avisos, Pagina } from './avisos';

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const schema = new Schema<Aviso>(
  {
    _id: text,
    ...schemaBase,
    libro: text,
    clase: text,
    estado: text,
    titulo: text,
    texto: text,
    radicado: String,
    caso: String,
    desfijaEl: text,
    preparadoEn: instant,
    fijadoEn: Date,
    desfijadoEn: Date,
    publicadoPor: { ...sealedField, required: true },
    retiradoPor: sealedField,
    huella: text,
  },
  { ...schemaOptions, collection: 'avisos' },
);
schema.index({ entidad: 1, libro: 1, huella: 1 }, { unique: true });
// Lists and the sweep: both begin by the state.
schema.index({ entidad: 1, estado: 1, libro: 1, _id: -1 });

const LISTED = { texto: 0, publicadoPor: 0, retiradoPor: 0 } as const;

/** The notices of a town in collection `avisos`, once its indexes exist; lists show those of `libro`. */
export async function openMongoAvisos(
  connection: Connection,
  { entidad, libro }: { readonly entidad: string; readonly libro: Libro },
): Promise<Avisos> {
  const model =
    (connection.models['Aviso'] as Model<Aviso> | undefined) ?? connection.model<Aviso>('Aviso', schema);
  await model.createIndexes();
  const list = (estado: EstadoAviso, { despuesDe, limite }: Pagina, filter = {}) =>
    model
      .find(
        { entidad, estado, libro, ...filter, ...(despuesDe !== undefined && { _id: { $lt: despuesDe } }) },
        LISTED,
      )
      .sort({ _id: -1 })
      .limit(limite)
      .lean<AvisoEnLista[]>()
      .exec();
  const inState = (estado: EstadoAviso, limite: number, filter = {}) =>
    model
      .find({ entidad, estado, ...filter })
      .limit(limite)
      .lean<Aviso[]>()
      .exec();
  return {
    keep: (aviso) => keepFirst(model, aviso),
    byId: async (id) => (await model.findOne({ _id: id, entidad }).lean<Aviso>()) ?? undefined,
    async advance(id, de, cambios) {
      const changed = await model.updateOne({ _id: id, entidad, estado: de }, { $set: cambios });
      return changed.modifiedCount === 1;
    },
    vigentes: (hoy, pagina) => list('FIJADO', pagina, { desfijaEl: { $gte: hoy } }),
    retirados: (pagina) => list('DESFIJADO', pagina),
    porCompletar: async (hoy, limite) => [
      ...(await inState('PREPARADO', limite)),
      ...(await inState('POR_DESFIJAR', limite)),
      ...(await inState('FIJADO', limite, { desfijaEl: { $lt: hoy } })),
    ],
  };
}

async function keepFirst(model: Model<Aviso>, aviso: Aviso): Promise<Aviso> {
  const { entidad, libro, huella } = aviso;
  const kept = await settledUpsert(() =>
    model
      .findOneAndUpdate(
        { entidad, libro, huella },
        { $setOnInsert: aviso },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<Aviso>()
      .exec(),
  );
  if (!kept) throw new Error('an upsert gives back what it left');
  return kept;
}

import { Schema, type Connection, type Model } from 'mongoose';
import type { SesionChat, SesionesChat } from './sesiones-chat';

interface SesionDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly conversacion: string;
  readonly venceEn: Date;
}

const ESQUEMA = 1;
const text = { type: String, required: true } as const;

const schema = new Schema<SesionDocument>(
  {
    _id: text,
    entidad: text,
    esquema: { type: Number, required: true },
    conversacion: text,
    venceEn: { type: Date, required: true },
  },
  { collection: 'sesiones_chat', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, venceEn: 1 });

/** Sessions of the web chat in collection `sesiones_chat`, once its indexes exist. */
export async function openMongoSesionesChat(connection: Connection, entidad: string): Promise<SesionesChat> {
  const known = connection.models['SesionChat'] as Model<SesionDocument> | undefined;
  const model = known ?? connection.model<SesionDocument>('SesionChat', schema);
  await model.createIndexes();
  return {
    async insert({ id, conversacion, venceEn }) {
      await model.create([{ _id: id, entidad, esquema: ESQUEMA, conversacion, venceEn }]);
    },
    async find(id): Promise<SesionChat | undefined> {
      const found = await model.findOne({ _id: id, entidad }).lean<SesionDocument>().exec();
      return found ? { id, conversacion: found.conversacion, venceEn: found.venceEn } : undefined;
    },
    async purge(before) {
      await model.deleteMany({ entidad, venceEn: { $lt: before } }).exec();
    },
  };
}

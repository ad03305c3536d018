import { Schema, type Connection, type Model } from 'mongoose';
import { z } from 'zod';
import type { Sealing } from '../../api/base/kernel/sealing';
import { CANALES } from '../../api/base/kernel/vocabulary';
import type { Interlocutor } from '../channels/channel';
import type { Enlace, Enlaces } from './enlaces';

interface EnlaceDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly huella: string;
  /** Sealed: whose conversation. */
  readonly de: string;
  readonly venceEn: Date;
  readonly gastado: boolean;
}

const ESQUEMA = 1;
const CONTEXT = 'enlaces_datos.de';
const text = { type: String, required: true } as const;

const schema = new Schema<EnlaceDocument>(
  {
    _id: text,
    entidad: text,
    esquema: { type: Number, required: true },
    huella: text,
    de: text,
    venceEn: { type: Date, required: true },
    gastado: { type: Boolean, required: true },
  },
  { collection: 'enlaces_datos', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, huella: 1 }, { unique: true });
schema.index({ entidad: 1, venceEn: 1 });

const interlocutor = z.object({ canal: z.enum(CANALES), conversacion: z.string() });

interface Deps {
  readonly connection: Connection;
  readonly entidad: string;
  readonly sealing: Sealing;
}

/** Links in collection `enlaces_datos`, once its indexes exist. */
export async function openMongoEnlaces({ connection, entidad, sealing }: Deps): Promise<Enlaces> {
  const known = connection.models['EnlaceDatos'] as Model<EnlaceDocument> | undefined;
  const model = known ?? connection.model<EnlaceDocument>('EnlaceDatos', schema);
  await model.createIndexes();
  const opened = (de: string): Interlocutor => interlocutor.parse(JSON.parse(sealing.open(de, CONTEXT)));
  return {
    async insert({ id, huella, de: { canal, conversacion }, venceEn }) {
      const de = sealing.seal(JSON.stringify({ canal, conversacion }), CONTEXT);
      await model.create([{ _id: id, entidad, esquema: ESQUEMA, huella, de, venceEn, gastado: false }]);
    },
    async find(huella): Promise<Enlace | undefined> {
      const found = await model.findOne({ entidad, huella }).lean<EnlaceDocument>().exec();
      if (!found) return undefined;
      const { _id: id, de, venceEn, gastado } = found;
      return { id, huella, de: opened(de), venceEn, gastado };
    },
    async spend(id) {
      await model.updateOne({ _id: id, entidad }, { $set: { gastado: true } }).exec();
    },
    async purge(before) {
      await model.deleteMany({ entidad, venceEn: { $lt: before } }).exec();
    },
  };
}

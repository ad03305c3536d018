import { type Connection, Schema } from 'mongoose';
import { newId } from '../base/kernel/ids';
import type { Decision } from './decision';

const schema = new Schema(
  {
    _id: { type: String, required: true },
    entidad: { type: String, required: true },
    esquema: { type: Number, required: true },
    clave: { type: String, required: true },
    valor: { type: String, required: true },
    acto: { type: String, required: true },
    fecha: { type: String, required: true },
    firmante: { type: String, required: true },
    registradaEn: { type: Date, required: true },
  },
  { versionKey: false, collection: 'decisiones' },
);
schema.index({ entidad: 1, registradaEn: 1 });

/** The record of the town's decisions: only ever added to. */
export function createMongoDecisiones(connection: Connection, entidad: string) {
  const model = connection.model('Decision', schema);
  return {
    async add(decision: Decision): Promise<void> {
      await model.create({ ...decision, _id: newId(), entidad, esquema: 1 });
    },
    all: (): Promise<Decision[]> =>
      model
        .find({ entidad }, { _id: 0, entidad: 0, esquema: 0 })
        .sort({ registradaEn: 1, _id: 1 })
        .lean<Decision[]>()
        .exec(),
  };
}

export type RegistroDecisiones = ReturnType<typeof createMongoDecisiones>;

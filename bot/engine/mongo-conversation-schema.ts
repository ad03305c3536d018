import { Schema, type Connection, type Model } from 'mongoose';
import type { Canal } from '../../api/base/kernel/vocabulary';

/** A conversation as it is stored. */
export interface ConversationDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly canal: Canal;
  readonly version: number;
  /** Sealed. */
  readonly estado: string;
  readonly ultimaRespuesta: number;
  readonly entregada: number;
  /** Present while there are replies to send. */
  readonly porEnviar?: boolean | null;
  readonly porProbar?: readonly number[];
  readonly mirarEn?: Date | null;
  /** Present while the person wants no notices. */
  readonly baja?: boolean;
  /** Contents of files that its drafts refer to, so that they are not swept: what is sealed cannot be looked into. */
  readonly anexos?: readonly string[];
  /** Up to the hour after. */
  readonly olvidarEn?: Date | null;
  /** Only the day: with the minute, the time of an anonymous case would lead here. */
  readonly actualizadaEn: Date;
}

export const ESQUEMA = 1;
const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

const schema = new Schema<ConversationDocument>(
  {
    _id: text,
    entidad: text,
    esquema: count,
    canal: text,
    version: count,
    estado: text,
    ultimaRespuesta: count,
    entregada: count,
    porEnviar: Boolean,
    porProbar: { type: [Number], default: undefined },
    mirarEn: Date,
    baja: Boolean,
    anexos: { type: [String], default: undefined },
    olvidarEn: Date,
    actualizadaEn: { type: Date, required: true },
  },
  { collection: 'conversaciones', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, olvidarEn: 1 }, { partialFilterExpression: { olvidarEn: { $exists: true } } });
schema.index({ entidad: 1, mirarEn: 1 }, { partialFilterExpression: { mirarEn: { $exists: true } } });
schema.index({ entidad: 1, porEnviar: 1, _id: 1 }, { partialFilterExpression: { porEnviar: true } });
schema.index({ entidad: 1, actualizadaEn: 1 });
schema.index({ entidad: 1, anexos: 1 }, { partialFilterExpression: { anexos: { $exists: true } } });

/** The model of collection `conversaciones`, once its indexes exist. */
export async function openConversationModel(connection: Connection): Promise<Model<ConversationDocument>> {
  const known = connection.models['Conversacion'] as Model<ConversationDocument> | undefined;
  const model = known ?? connection.model<ConversationDocument>('Conversacion', schema);
  await model.createIndexes();
  return model;
}

import { Schema, type Connection, type Model } from 'mongoose';

/** A message as it is stored. What identifies the person is blind or sealed. */
export interface InboxDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly canal: string;
  /** Absent in what is left of a forgotten message: nothing leads from it to a person. */
  readonly conversacion?: string;
  /** Blind: the id that WhatsApp gives holds the phone. */
  readonly externalId: string;
  /** Sealed; null once forgotten. */
  readonly cuerpo: string | null;
  /** Null once forgotten. */
  readonly huella: string | null;
  /** Only the day once forgotten. */
  readonly recibidoEn: Date;
  /** Contents of its files while it waits, so that they are not swept. */
  readonly anexos?: readonly string[];
  /** No turn has consumed it. */
  readonly pendiente: boolean;
}

export const ESQUEMA_INBOX = 1;

const text = { type: String, required: true } as const;
const forgettable = { type: String, default: null } as const;

const schema = new Schema<InboxDocument>(
  {
    _id: text,
    entidad: text,
    esquema: { type: Number, required: true },
    canal: text,
    conversacion: String,
    externalId: text,
    cuerpo: forgettable,
    huella: forgettable,
    recibidoEn: { type: Date, required: true },
    anexos: { type: [String], default: undefined },
    pendiente: { type: Boolean, required: true },
  },
  { collection: 'inbox', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, canal: 1, externalId: 1 }, { unique: true });
schema.index({ entidad: 1, conversacion: 1, _id: 1 });
schema.index(
  { entidad: 1, conversacion: 1, pendiente: 1, _id: 1 },
  { partialFilterExpression: { pendiente: true } },
);
schema.index({ entidad: 1, recibidoEn: 1 });
schema.index({ entidad: 1, anexos: 1 }, { partialFilterExpression: { anexos: { $exists: true } } });

/** The model of collection `inbox`, once its indexes exist. */
export async function openInboxModel(connection: Connection): Promise<Model<InboxDocument>> {
  const known = connection.models['Inbox'] as Model<InboxDocument> | undefined;
  const model = known ?? connection.model<InboxDocument>('Inbox', schema);
  await model.createIndexes();
  return model;
}

import { Schema, type Connection, type Model } from 'mongoose';

/** A person of WhatsApp as stored. */
export interface PersonaDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  /** Each name, blind: no two people have the same. */
  readonly alias: readonly string[];
  /** The names themselves, sealed. */
  readonly nombres: string;
  /** When WhatsApp last told a change of its names. */
  readonly renombradaEn?: Date;
}

export const ESQUEMA_PERSONA = 1;
const text = { type: String, required: true } as const;

const schema = new Schema<PersonaDocument>(
  {
    _id: text,
    entidad: text,
    esquema: { type: Number, required: true },
    alias: [String],
    nombres: text,
    renombradaEn: Date,
  },
  {
    collection: 'personas_whatsapp',
    versionKey: false,
    strict: 'throw',
    autoIndex: false,
    autoCreate: false,
  },
);
schema.index({ entidad: 1, alias: 1 }, { unique: true });

/** The model of collection `personas_whatsapp`, once its indexes exist. */
export async function openPersonaModel(connection: Connection): Promise<Model<PersonaDocument>> {
  const known = connection.models['PersonaWhatsapp'] as Model<PersonaDocument> | undefined;
  const model = known ?? connection.model<PersonaDocument>('PersonaWhatsapp', schema);
  await model.createIndexes();
  return model;
}

import { Schema, type Connection, type Model } from 'mongoose';
import type { Sealing } from '../../api/base/kernel/sealing';
import type { Canal } from '../../api/base/kernel/vocabulary';
import { dayOf, hourAfter } from '../inbox/coarse-time';
import type { Conversaciones, Conversation } from './conversaciones';
import { openConversation, sealConversation } from './conversation-blob';

interface ConversationDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  readonly canal: Canal;
  readonly version: number;
  /** Sealed. */
  readonly estado: string;
  readonly ultimaRespuesta: number;
  readonly entregada: number;
  /** Up to the hour after. */
  readonly olvidarEn?: Date | null;
  /** Only the day: with the minute, the time of an anonymous case would lead here. */
  readonly actualizadaEn: Date;
}

const ESQUEMA = 1;
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
    olvidarEn: Date,
    actualizadaEn: { type: Date, required: true },
  },
  { collection: 'conversaciones', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, olvidarEn: 1 }, { partialFilterExpression: { olvidarEn: { $exists: true } } });
schema.index({ entidad: 1, actualizadaEn: 1 });

const DUPLICATE_KEY = 11_000;

interface Deps {
  readonly connection: Connection;
  readonly entidad: string;
  readonly sealing: Sealing;
}

/** Conversations in collection `conversaciones`, once its indexes exist. */
export async function openMongoConversaciones({
  connection,
  entidad,
  sealing,
}: Deps): Promise<Conversaciones> {
  const known = connection.models['Conversacion'] as Model<ConversationDocument> | undefined;
  const model = known ?? connection.model<ConversationDocument>('Conversacion', schema);
  await model.createIndexes();
  return {
    async load(id) {
      const found = await model.findOne({ _id: id, entidad }).lean<ConversationDocument>().exec();
      return found ? conversationOf(sealing, found) : undefined;
    },
    async save(next) {
      const document = documentOf(sealing, entidad, next);
      return next.version === 1 ? insert(model, document) : replace(model, document);
    },
    async toForget(now, limit) {
      const found = await model
        .find({ entidad, olvidarEn: { $lte: now } }, { _id: 1 })
        .sort({ olvidarEn: 1, _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
        .exec();
      return found.map(({ _id }) => _id);
    },
    async deleteIdle(since) {
      const idle = { entidad, actualizadaEn: { $lt: dayOf(since) } };
      const { deletedCount } = await model.deleteMany(idle).exec();
      return deletedCount;
    },
    async lastSeqs(ids) {
      const found = await model
        .find({ _id: { $in: ids }, entidad }, { ultimaRespuesta: 1 })
        .lean<Pick<ConversationDocument, '_id' | 'ultimaRespuesta'>[]>()
        .exec();
      return new Map(found.map(({ _id, ultimaRespuesta }) => [_id, ultimaRespuesta]));
    },
  };
}

async function insert(model: Model<ConversationDocument>, document: ConversationDocument): Promise<boolean> {
  try {
    await model.create([document]);
    return true;
  } catch (cause) {
    if ((cause as { code?: unknown }).code === DUPLICATE_KEY) return false;
    throw cause;
  }
}

async function replace(
  model: Model<ConversationDocument>,
  { _id, entidad, olvidarEn, ...fields }: ConversationDocument,
): Promise<boolean> {
  const forget = olvidarEn ? { $set: { ...fields, olvidarEn } } : { $set: fields, $unset: { olvidarEn: 1 } };
  const { modifiedCount } = await model
    .updateOne({ _id, entidad, version: fields.version - 1 }, forget)
    .exec();
  return modifiedCount === 1;
}

const documentOf = (sealing: Sealing, entidad: string, one: Conversation): ConversationDocument => ({
  _id: one.id,
  entidad,
  esquema: ESQUEMA,
  canal: one.who.canal,
  version: one.version,
  estado: sealConversation(sealing, one),
  ultimaRespuesta: one.lastSeq,
  entregada: one.delivered,
  ...(one.forgetAt ? { olvidarEn: hourAfter(one.forgetAt) } : {}),
  actualizadaEn: dayOf(one.updatedAt),
});

function conversationOf(sealing: Sealing, document: ConversationDocument): Conversation {
  const { conversacion, ...rest } = openConversation(sealing, document.estado);
  return {
    id: document._id,
    who: { canal: document.canal, conversacion },
    version: document.version,
    ...rest,
    lastSeq: document.ultimaRespuesta,
    delivered: document.entregada,
    forgetAt: document.olvidarEn ?? undefined,
    updatedAt: document.actualizadaEn,
  };
}

import type { Connection, Model } from 'mongoose';
import { referredContents } from '../../api/base/kernel/referred-contents';
import type { Sealing } from '../../api/base/kernel/sealing';
import { grouped } from '../stored/grouped';
import { dayOf, hourAfter } from '../../api/base/kernel/coarse-time';
import type { Conversaciones, Conversation } from './conversaciones';
import { openConversation, sealConversation } from './conversation-blob';
import { type ConversationDocument, ESQUEMA, openConversationModel } from './mongo-conversation-schema';

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
  const model = await openConversationModel(connection);
  return {
    ...sending(model, entidad),
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

function sending(
  model: Model<ConversationDocument>,
  entidad: string,
): Pick<Conversaciones, 'sent' | 'unsent'> {
  const markSent = grouped(async (marks: readonly { readonly id: string; readonly seq: number }[]) => {
    await model.bulkWrite(marks.map((mark) => sentOperation(entidad, mark)));
    return marks.map(() => undefined);
  });
  return {
    sent: (id, seq) => markSent({ id, seq }),
    async unsent(limit, after = '') {
      const found = await model
        .find({ entidad, porEnviar: true, _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
        .exec();
      return found.map(({ _id }) => _id);
    },
  };
}

/** Without touching the version: a turn that is being played meanwhile is not played again for this. */
const sentOperation = (entidad: string, { id, seq }: { readonly id: string; readonly seq: number }) => ({
  updateOne: {
    filter: { _id: id, entidad, ultimaRespuesta: seq },
    update: { $set: { entregada: seq }, $unset: { porEnviar: 1 as const } },
  },
});

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
  { _id, entidad, olvidarEn, anexos, porEnviar, ...fields }: ConversationDocument,
): Promise<boolean> {
  const change = {
    $set: {
      ...fields,
      ...(olvidarEn && { olvidarEn }),
      ...(anexos && { anexos }),
      ...(porEnviar && { porEnviar }),
    },
    $unset: {
      ...(!olvidarEn && { olvidarEn: 1 }),
      ...(!anexos && { anexos: 1 }),
      ...(!porEnviar && { porEnviar: 1 }),
    },
  };
  const { modifiedCount } = await model
    .updateOne({ _id, entidad, version: fields.version - 1 }, change)
    .exec();
  return modifiedCount === 1;
}

const anexosOf = ({ state }: Conversation): Pick<ConversationDocument, 'anexos'> => {
  const anexos = referredContents(state);
  return anexos.length > 0 ? { anexos } : {};
};

const documentOf = (sealing: Sealing, entidad: string, one: Conversation): ConversationDocument => ({
  _id: one.id,
  entidad,
  esquema: ESQUEMA,
  canal: one.who.canal,
  version: one.version,
  estado: sealConversation(sealing, one),
  ultimaRespuesta: one.lastSeq,
  entregada: one.delivered,
  ...anexosOf(one),
  ...(one.toSend ? { porEnviar: true } : {}),
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
    ...(document.porEnviar ? { toSend: true } : {}),
    forgetAt: document.olvidarEn ?? undefined,
    updatedAt: document.actualizadaEn,
  };
}

import type { Connection, Model } from 'mongoose';
import { referredContents } from '../../api/base/kernel/referred-contents';
import type { Sealing } from '../../api/base/kernel/sealing';
import { grouped, nextInstant } from '../stored/grouped';
import { dayOf, hourAfter } from '../../api/base/kernel/coarse-time';
import { bajaOf } from './baja';
import type { Conversaciones, Conversation } from './conversaciones';
import { openConversation, sealConversation } from './conversation-blob';
import { type ConversationDocument, ESQUEMA, openConversationModel } from './mongo-conversation-schema';
import {
  findTogether,
  insertTogether,
  replaceTogether,
  sentTogether,
  type Sent,
} from './mongo-conversaciones-together';

/** Conversations that one command reads or writes at most: 64 kB each, far below the 16 MB of a message. */
const TOGETHER = 128;

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
  return { ...turns(model, entidad, sealing), ...sending(model, entidad), ...sweeping(model, entidad) };
}

/** What every turn does: it shares its commands with the turns of others. */
function turns(
  model: Model<ConversationDocument>,
  entidad: string,
  sealing: Sealing,
): Pick<Conversaciones, 'load' | 'save'> {
  const find = grouped((ids: readonly string[]) => findTogether(model, entidad, ids), TOGETHER);
  const insert = grouped((ones: readonly ConversationDocument[]) => insertTogether(model, ones), TOGETHER);
  const replace = grouped((ones: readonly ConversationDocument[]) => replaceTogether(model, ones), TOGETHER);
  return {
    async load(id) {
      const found = await find(id);
      return found ? conversationOf(sealing, found) : undefined;
    },
    async save(next) {
      const document = documentOf(sealing, entidad, next);
      return next.version === 1 ? insert(document) : replace(document);
    },
  };
}

function sweeping(
  model: Model<ConversationDocument>,
  entidad: string,
): Pick<Conversaciones, 'toForget' | 'toLookAt' | 'deleteIdle' | 'idleInBaja' | 'lastSeqs'> {
  const due = async (field: 'olvidarEn' | 'mirarEn', now: Date, limit: number) => {
    const found = await model
      .find({ entidad, [field]: { $lte: now } }, { _id: 1 })
      .sort({ [field]: 1, _id: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>()
      .exec();
    return found.map(({ _id }) => _id);
  };
  return {
    toForget: (now, limit) => due('olvidarEn', now, limit),
    toLookAt: (now, limit) => due('mirarEn', now, limit),
    async deleteIdle(since) {
      const idle = { entidad, actualizadaEn: { $lt: dayOf(since) }, baja: { $exists: false } };
      const { deletedCount } = await model.deleteMany(idle).exec();
      return deletedCount;
    },
    async idleInBaja(since, limit) {
      const found = await model
        .find({ entidad, actualizadaEn: { $lt: dayOf(since) }, baja: true }, { _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
        .exec();
      return found.map(({ _id }) => _id);
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
  const markSent = grouped(
    async (marks: readonly Sent[]) => {
      await sentTogether(model, entidad, marks);
      return marks.map(() => undefined);
    },
    TOGETHER,
    nextInstant,
  );
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
  ...(one.unproved?.length ? { porProbar: one.unproved } : {}),
  ...(one.lookAt ? { mirarEn: one.lookAt } : {}),
  ...(bajaOf(one.state) ? { baja: true } : {}),
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
    ...(document.porProbar ? { unproved: document.porProbar } : {}),
    ...(document.mirarEn ? { lookAt: document.mirarEn } : {}),
    forgetAt: document.olvidarEn ?? undefined,
    updatedAt: document.actualizadaEn,
  };
}

import type { Connection, Model } from 'mongoose';
import type { Clock } from '../../api/base/kernel/clock';
import { failure, type Failure } from '../../api/base/kernel/failures';
import type { Logger } from '../../api/base/kernel/logger';
import { referredContents } from '../../api/base/kernel/referred-contents';
import { err, ok, type Result } from '../../api/base/kernel/result';
import type { Sealing } from '../../api/base/kernel/sealing';
import type { InboundMessage } from '../channels/channel';
import { conversationId } from './conversation-id';
import { grouped, nextInstant } from '../stored/grouped';
import type { Accepted, Inbox } from './inbox';
import { huellaOf, openMessage, sealMessage } from './message-body';
import { ESQUEMA_INBOX, openInboxModel, type InboxDocument } from './mongo-inbox-schema';
import { forgetConsumed } from './mongo-forget';
import { insertNew, type Earlier } from './mongo-insert-new';
import { consumeTogether, pendingTogether, type Asked } from './mongo-pending-together';
import { createOrderedIds } from './ordered-id';
import { pastOf } from './past-message';

/** Messages that one command carries at most. */
const TOGETHER = 128;

interface Deps {
  readonly connection: Connection;
  readonly entidad: string;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The inbox in collection `inbox`, once its indexes exist. */
export async function openMongoInbox(deps: Deps): Promise<Inbox> {
  const model = await openInboxModel(deps.connection);
  return { ...acceptance(model, deps), ...reading(model, deps), ...settling(model, deps) };
}

function acceptance(model: Model<InboxDocument>, deps: Deps): Pick<Inbox, 'accept' | 'acceptAll'> {
  const { entidad, sealing, clock, logger } = deps;
  const newId = createOrderedIds(clock);
  const insert = grouped(
    (lists: readonly (readonly InboxDocument[])[]) => insertLists(model, lists),
    TOGETHER,
  );
  const documentOf = (message: InboundMessage): InboxDocument => ({
    _id: newId(),
    entidad,
    esquema: ESQUEMA_INBOX,
    canal: message.canal,
    conversacion: conversationId(sealing, message),
    externalId: sealing.blind(message.externalId, 'inbox.externalId'),
    cuerpo: sealMessage(sealing, message),
    huella: huellaOf(sealing, message),
    recibidoEn: clock.now(),
    ...(message.anexos.length > 0 && { anexos: referredContents(message.anexos) }),
    pendiente: true,
  });
  const acceptAll: Inbox['acceptAll'] = async (messages) => {
    const documents = messages.map(documentOf);
    try {
      const earlier = documents.length > 0 ? await insert(documents) : [];
      return documents.map((document, i) => acceptedAs(document, earlier[i]));
    } catch (cause) {
      logger.error('inbox.store-unavailable', { canal: messages[0]?.canal }, cause);
      return documents.map(() => err(failure('STORE_UNAVAILABLE')));
    }
  };
  return {
    acceptAll,
    async accept(message) {
      const [accepted] = await acceptAll([message]);
      return accepted ?? err(failure('STORE_UNAVAILABLE'));
    },
  };
}

/** The lists of many deliveries in one insert; for each document of each, the earlier one, if any. */
async function insertLists(
  model: Model<InboxDocument>,
  lists: readonly (readonly InboxDocument[])[],
): Promise<(Earlier | undefined)[][]> {
  const all = await insertNew(model, lists.flat());
  let start = 0;
  return lists.map(({ length }) => all.slice(start, (start += length)));
}

function acceptedAs({ huella }: InboxDocument, earlier: Earlier | undefined): Result<Accepted, Failure> {
  if (!earlier) return ok({ nuevo: true });
  // A forgotten message has no body to compare with: it is taken for the same.
  if (earlier.huella !== null && earlier.huella !== huella) return err(failure('IDEMPOTENCY_KEY_REUSED'));
  return ok({ nuevo: false });
}

function reading(
  model: Model<InboxDocument>,
  { entidad, sealing }: Deps,
): Pick<Inbox, 'waiting' | 'unfinished' | 'past'> {
  const opened = ({ cuerpo }: InboxDocument) => (cuerpo === null ? undefined : openMessage(sealing, cuerpo));
  const find = (filter: object, order: 1 | -1, limit: number) =>
    model
      .find({ entidad, ...filter })
      .sort({ _id: order })
      .limit(limit)
      .lean<InboxDocument[]>()
      .exec();
  const pending = grouped((asked: readonly Asked[]) => pendingTogether(model, entidad, asked), TOGETHER);
  return {
    async waiting(conversacion, limit) {
      const found = await pending({ conversacion, limit });
      return found.flatMap((one) => {
        const message = opened(one);
        return message ? [{ id: one._id, message }] : [];
      });
    },
    async unfinished(limit, after = '') {
      const found = await model
        .find({ entidad, conversacion: { $gt: after }, pendiente: true }, { conversacion: 1 })
        .sort({ conversacion: 1, _id: 1 })
        .limit(limit)
        .lean<{ readonly conversacion: string }[]>()
        .exec();
      return [...new Set(found.map(({ conversacion }) => conversacion))];
    },
    async past(conversacion, limit) {
      const found = await find({ conversacion, cuerpo: { $ne: null } }, -1, limit);
      return found.toReversed().flatMap((one) => {
        const message = opened(one);
        return message ? [pastOf(message, one.recibidoEn)] : [];
      });
    },
  };
}

const FORGOTTEN = { $set: { cuerpo: null, huella: null } } as const;

function settling(
  model: Model<InboxDocument>,
  { entidad }: Deps,
): Pick<Inbox, 'consumed' | 'forget' | 'purge'> {
  const mark = grouped(
    async (groups: readonly (readonly string[])[]) => {
      await consumeTogether(model, groups.flat());
      return groups;
    },
    TOGETHER,
    nextInstant,
  );
  return {
    async consumed(ids) {
      if (ids.length > 0) await mark(ids);
    },
    async forget(conversacion) {
      await forgetConsumed(model, { entidad, conversacion });
    },
    async purge({ bodies, documents }) {
      const old = { entidad, recibidoEn: { $lt: bodies }, pendiente: false, cuerpo: { $ne: null } };
      await model.updateMany(old, FORGOTTEN).exec();
      await model.deleteMany({ entidad, recibidoEn: { $lt: documents }, pendiente: false }).exec();
    },
  };
}

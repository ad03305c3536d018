import type { Clock } from '../../api/base/kernel/clock';
import { failure, type Failure } from '../../api/base/kernel/failures';
import { err, ok, type Result } from '../../api/base/kernel/result';
import { newId as randomKey } from '../../api/base/kernel/ids';
import type { Sealing } from '../../api/base/kernel/sealing';
import { dayOf } from '../../api/base/kernel/coarse-time';
import { conversationId } from '../../bot/inbox/conversation-id';
import type { InboundMessage } from '../../bot/channels/channel';
import type { Accepted, Inbox } from '../../bot/inbox/inbox';
import { huellaOf, openMessage, sealMessage } from '../../bot/inbox/message-body';
import { createOrderedIds } from '../../bot/inbox/ordered-id';
import { pastOf } from '../../bot/inbox/past-message';

interface Kept {
  id: string;
  readonly unique: string;
  conversation?: string;
  body: string | null;
  huella: string | null;
  at: Date;
  pending: boolean;
}

/** The inbox in memory. `dump` is all it holds, as text; `next.fail` makes the next acceptance fail. */
export function memoryInbox(sealing: Sealing, clock: Clock) {
  const kept: Kept[] = [];
  const newId = createOrderedIds(clock);
  const next = { fail: false };
  const of = (conversation: string) => kept.filter((one) => one.conversation === conversation);
  const consumedOf = (ones: readonly Kept[]) => ones.filter(({ pending }) => !pending);
  const empty = (one: Kept) => Object.assign(one, { body: null, huella: null });
  const unlink = (one: Kept) =>
    Object.assign(empty(one), { id: randomKey(), conversation: undefined, at: dayOf(one.at) });
  const take = (message: InboundMessage): Result<Accepted, Failure> => {
    if (next.fail) {
      next.fail = false;
      return err(failure('STORE_UNAVAILABLE'));
    }
    const unique = sealing.blind(`${message.canal}/${message.externalId}`, 'x');
    const huella = huellaOf(sealing, message);
    const earlier = kept.find((one) => one.unique === unique);
    if (earlier) {
      const same = earlier.huella === null || earlier.huella === huella;
      return same ? ok({ nuevo: false }) : err(failure('IDEMPOTENCY_KEY_REUSED'));
    }
    const conversation = conversationId(sealing, message);
    const body = sealMessage(sealing, message);
    kept.push({ id: newId(), unique, conversation, body, huella, at: clock.now(), pending: true });
    return ok({ nuevo: true });
  };
  const inbox: Inbox = {
    accept: async (message) => take(message),
    acceptAll: async (messages) => messages.map(take),
    waiting: async (conversation, limit) =>
      of(conversation)
        .filter(({ pending }) => pending)
        .slice(0, limit)
        .flatMap(({ id, body }) => (body === null ? [] : [{ id, message: openMessage(sealing, body) }])),
    async consumed(ids) {
      for (const one of kept) if (ids.includes(one.id)) one.pending = false;
    },
    unfinished: async (limit, after = '') =>
      [...new Set(kept.filter(({ pending }) => pending).map(({ conversation = '' }) => conversation))]
        .toSorted()
        .filter((conversation) => conversation > after)
        .slice(0, limit),
    past: async (conversation, limit) =>
      of(conversation)
        .flatMap(({ body, at }) => (body === null ? [] : [pastOf(openMessage(sealing, body), at)]))
        .slice(-limit),
    async forget(conversation) {
      consumedOf(of(conversation)).forEach(unlink);
    },
    async purge({ bodies, documents }) {
      consumedOf(kept)
        .filter(({ at }) => at < bodies)
        .forEach(empty);
      const left = kept.filter(({ at, pending }) => pending || at >= documents);
      kept.splice(0, kept.length, ...left);
    },
  };
  return { ...inbox, next, dump: () => JSON.stringify(kept), size: () => kept.length };
}

import type { Failure } from '../../api/base/kernel/failures';
import type { Conversation } from './conversaciones';
import { readOnce } from './forget-replies';
import type { TurnDeps } from './turn-deps';

/** Sends what conversations have to say through the channels that do not come to fetch it. */
export interface Delivery {
  /** Sends what is left of a conversation, one reply after another; what fails is tried again later. */
  send(conversation: Conversation): Promise<void>;
  /** Something of this conversation is to be sent, as found in the store. */
  owe(id: string): void;
  /** Whether something of this conversation waits to be sent again. */
  owes(id: string): boolean;
  /** The conversation as stored, with what is known here to be sent already. */
  readonly upToDate: (conversation: Conversation) => Conversation;
}

/** Then it is left for the sweep. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
/** Of those whose mark may not be stored yet. */
const MOST_REMEMBERED = 10_000;

export function createDelivery(deps: TurnDeps, again: (id: string) => void): Delivery {
  const reached = new Map<string, number>();
  const owed = new Map<string, number>();

  const later = (id: string, { code, detail }: Failure): void => {
    const tries = (owed.get(id) ?? 0) + 1;
    owed.set(id, tries);
    deps.logger.warn('reply.not-delivered', { codigo: code, intento: tries });
    if (tries > MOST_TRIES) owed.delete(id);
    else {
      const asked = Number(detail?.['segundos'] ?? 0) * 1_000;
      void deps.wait(Math.max(asked, FIRST_PAUSE_MS * 4 ** (tries - 1))).then(() => again(id));
    }
  };

  return {
    owe: (id) => void (owed.has(id) || owed.set(id, 0)),
    owes: (id) => owed.has(id),
    upToDate(conversation) {
      const seq = reached.get(conversation.id) ?? 0;
      return seq > conversation.delivered ? { ...conversation, delivered: seq } : conversation;
    },
    async send(conversation) {
      const { id, who } = conversation;
      const channel = deps.channels?.[who.canal];
      if (!channel) return;
      for (const reply of conversation.replies) {
        if (reply.seq <= conversation.delivered) continue;
        const sent = await channel.deliver(who, reply);
        if (!sent.ok) return later(id, sent.failure);
        if (reached.size >= MOST_REMEMBERED) reached.clear();
        reached.set(id, reply.seq);
      }
      owed.delete(id);
      await mark(deps, conversation);
    },
  };
}

/** What was to be read once is erased now; for the rest a mark is enough. */
async function mark(deps: TurnDeps, { id, replies, lastSeq }: Conversation): Promise<void> {
  if (replies.some(({ once }) => once)) await readOnce(deps, id, lastSeq);
  await deps.conversaciones.sent(id, lastSeq);
}

import type { Conversation } from './conversaciones';
import { newConversation } from './new-conversation';
import type { TurnDeps } from './turn-deps';

const MAX_RACES = 20;

/** Changes what is stored of a conversation beside its turns; `change` is asked again when another write came first. */
export async function changeConversation(
  { conversaciones, inbox }: Pick<TurnDeps, 'conversaciones' | 'inbox'>,
  id: string,
  change: (before: Conversation) => Conversation | undefined,
): Promise<void> {
  for (let races = 0; races < MAX_RACES; races++) {
    const before = await conversaciones.load(id);
    const after = before && change(before);
    if (!after) return;
    if (before.forgetAt && !after.forgetAt) {
      // The turn that consumed them may have been cut before it said so to the inbox, which only forgets what was consumed.
      await inbox.consumed(before.consumed);
      await inbox.forget(id);
    }
    if (await conversaciones.save(after)) return;
  }
}

/**
 * The conversation without what was to be read once and was: it has reached the person, or nothing more can be done
 * about it. Ids of messages hold their instant, and go with it.
 */
export function withoutRead(before: Conversation): Conversation {
  const { unproved = [], delivered } = before;
  const replies = before.replies.filter(
    ({ once, seq }) => !once || seq > delivered || unproved.includes(seq),
  );
  const forgetAt = replies.some(({ once }) => once) ? before.forgetAt : undefined;
  return { ...before, replies, forgetAt, consumed: before.forgetAt && !forgetAt ? [] : before.consumed };
}

/** Nothing but that the person wants no notices. */
export function onlyBaja({ id, who, version, lastSeq, state }: Conversation, now: Date): Conversation {
  const empty = newConversation(id, who, now);
  const delivered = lastSeq;
  return { ...empty, version: version + 1, lastSeq, delivered, state: { ...empty.state, baja: state.baja } };
}

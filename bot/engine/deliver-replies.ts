import type { Deliver } from '../channels/channel';
import { readOnce } from './forget-replies';
import type { TurnDeps } from './turn-deps';

/** Sends what a conversation still has to say through its channel, one reply after another. */
export async function deliverReplies(deps: TurnDeps, id: string): Promise<void> {
  const conversation = await deps.conversaciones.load(id);
  const deliver: Deliver | undefined = conversation && deps.deliver?.[conversation.who.canal];
  if (!conversation || !deliver) return;
  for (const reply of conversation.replies) {
    if (reply.seq <= conversation.delivered) continue;
    const sent = await deliver(conversation.who, reply);
    if (!sent.ok) {
      deps.logger.warn('reply.not-delivered', { canal: conversation.who.canal, codigo: sent.failure.code });
      return;
    }
    await readOnce(deps, id, reply.seq);
  }
}

import type { Interlocutor } from '../channels/channel';
import { conversationId } from '../inbox/conversation-id';
import { afterTurn } from './after-turn';
import { newConversation } from './new-conversation';
import { playSafely } from './play-safely';
import type { TurnDeps } from './turn-deps';

/** Receives a person who has not written yet. A conversation that exists already is left as it is. */
export async function welcome(deps: TurnDeps, who: Interlocutor): Promise<void> {
  const id = conversationId(deps.sealing, who);
  if (await deps.conversaciones.load(id)) return;
  const now = deps.clock.now();
  const before = newConversation(id, who, now);
  const outcome = await playSafely(deps, before, { texto: '', anexos: [], enviadoEn: now });
  // Only channels that come to fetch what is said receive people.
  if (await deps.conversaciones.save(afterTurn(before, outcome, [], now, false)))
    deps.wake.emit(id, 'REPLIES');
}

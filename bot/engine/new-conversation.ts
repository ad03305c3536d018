import type { Interlocutor } from '../channels/channel';
import { newChat } from './chat-state';
import type { Conversation } from './conversaciones';

/** A conversation that nobody has stored yet. */
export const newConversation = (
  id: string,
  { canal, conversacion }: Interlocutor,
  now: Date,
): Conversation => ({
  id,
  who: { canal, conversacion },
  version: 0,
  state: newChat,
  replies: [],
  lastSeq: 0,
  delivered: 0,
  consumed: [],
  notices: [],
  updatedAt: now,
});

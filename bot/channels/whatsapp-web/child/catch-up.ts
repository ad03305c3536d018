import type { Bounded } from './bounded';
import { isPerson } from './message-kinds';
import type { WwebChat, WwebClient, WwebMessage } from './wweb-client';

interface Deps {
  readonly client: Pick<WwebClient, 'getChats'>;
  readonly bounded: Bounded;
  readonly take: (message: WwebMessage) => void;
}

const LIST_MS = 60_000;
const CHAT_MS = 30_000;
/** Messages read of one chat. */
const MOST = 100;
/** What is read of a chat that somebody opened on the phone while nobody was here. */
const READ_ON_THE_PHONE = 20;

/**
 * Reads what came while nobody listened: of each chat with something unread, or with something since `since`
 * (milliseconds since 1970). What came before is never read. What was stored already is known by its id.
 */
export async function catchUp({ client, bounded, take }: Deps, since: number): Promise<void> {
  const chats = await bounded(LIST_MS, () => client.getChats());
  for (const chat of chats.filter((one) => isAwaited(one, since))) {
    const limit = Math.min(MOST, Math.max(chat.unreadCount, READ_ON_THE_PHONE));
    // One chat that cannot be read does not stop the others.
    const messages = await bounded(CHAT_MS, () => chat.fetchMessages({ limit, fromMe: false })).catch(
      () => [],
    );
    for (const message of messages.toSorted((a, b) => a.timestamp - b.timestamp)) {
      if (message.timestamp * 1_000 >= since) take(message);
    }
  }
}

const isAwaited = ({ id, isGroup, timestamp }: WwebChat, since: number): boolean =>
  !isGroup && isPerson(id._serialized) && timestamp * 1_000 >= since;

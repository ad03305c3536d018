import type { Sealing } from '../../api/base/kernel/sealing';
import type { InboundMessage } from '../channels/channel';
import { huellaOf } from '../inbox/message-body';

/** The last messages that this process stored and whose turn it knows of. */
export interface RecentMessages {
  /** Whether this very message, body and all, is one of them. */
  readonly has: (message: InboundMessage) => boolean;
  readonly add: (message: InboundMessage) => void;
}

const MOST = 20_000;

/**
 * A provider that was not told in time repeats a message soon, and many times: neither the store is asked for it nor its
 * turn is. Whatever is not remembered is the store's to tell.
 */
export function createRecentMessages(sealing: Sealing): RecentMessages {
  const recent = new Map<string, string>();
  const keyOf = ({ canal, externalId }: InboundMessage): string => `${canal}/${externalId}`;
  return {
    has: (message) => {
      const known = recent.get(keyOf(message));
      return known !== undefined && known === huellaOf(sealing, message);
    },
    add(message) {
      if (recent.size >= MOST) recent.clear();
      recent.set(keyOf(message), huellaOf(sealing, message));
    },
  };
}

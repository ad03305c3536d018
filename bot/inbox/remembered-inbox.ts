import { ok } from '../../api/base/kernel/result';
import type { Sealing } from '../../api/base/kernel/sealing';
import type { InboundMessage } from '../channels/channel';
import type { Inbox } from './inbox';
import { huellaOf } from './message-body';

const MOST = 20_000;

/**
 * An inbox with the last messages that it stored in memory: a provider that repeats what it was not told in time repeats it
 * soon and many times, and the store is not asked again. Another body under the same id is the store's to refuse.
 */
export function rememberInbox(inbox: Inbox, sealing: Sealing): Inbox {
  const stored = new Map<string, string>();
  const keyOf = ({ canal, externalId }: InboundMessage): string => `${canal}/${externalId}`;
  const acceptAll: Inbox['acceptAll'] = async (messages) => {
    const huellas = messages.map((message) => huellaOf(sealing, message));
    const isNew = messages.map((message, i) => stored.get(keyOf(message)) !== huellas[i]);
    const accepted = await inbox.acceptAll(messages.filter((_, i) => isNew[i]));
    let next = 0;
    return messages.map((message, i) => {
      const result = isNew[i] ? accepted[next++] : undefined;
      if (!result) return ok({ nuevo: false });
      if (stored.size >= MOST) stored.clear();
      if (result.ok) stored.set(keyOf(message), huellas[i] ?? '');
      return result;
    });
  };
  return {
    ...inbox,
    acceptAll,
    // What is forgotten there is not remembered here.
    async forget(conversation) {
      stored.clear();
      await inbox.forget(conversation);
    },
    async purge(before) {
      stored.clear();
      await inbox.purge(before);
    },
    async accept(message) {
      const [accepted] = await acceptAll([message]);
      return accepted ?? ok({ nuevo: false });
    },
  };
}

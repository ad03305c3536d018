import { describe, expect, it } from '@jest/globals';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import { rememberInbox } from '../../../bot/inbox/remembered-inbox';
import { inboxContract } from '../../contracts/inbox-contract';
import { manualClock } from '../../fakes/manual-clock';
import { memoryInbox } from '../../fakes/memory-inbox';

inboxContract('in memory, remembered', async (sealing, clock) =>
  rememberInbox(memoryInbox(sealing, clock), sealing),
);

describe('an inbox that remembers', () => {
  it('asks the store once for what comes many times, and only what it stored is remembered', async () => {
    const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
    const clock = manualClock();
    const store = memoryInbox(sealing, clock);
    let asked = 0;
    const inbox = rememberInbox(
      {
        ...store,
        acceptAll: async (messages) => {
          asked += messages.length;
          return store.acceptAll(messages);
        },
      },
      sealing,
    );
    const who = { canal: 'WHATSAPP', conversacion: 'ana', anexos: [], enviadoEn: clock.now() } as const;
    const message = { ...who, externalId: 'wamid.1', texto: 'hola' };
    store.next.fail = true;
    expect((await inbox.accept(message)).ok).toBe(false);
    for (let times = 0; times < 5; times++) expect((await inbox.accept(message)).ok).toBe(true);
    expect([asked, store.size()]).toEqual([2, 1]);
    expect(await inbox.accept({ ...message, texto: 'otra' })).toMatchObject({
      failure: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});

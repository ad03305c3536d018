import { describe, expect, it } from '@jest/globals';
import { createIntake } from '../../../../bot/channels/whatsapp-cloud/intake';
import { chatTown } from '../../../fakes/chat-town';
import { memoryPersonas } from '../../../fakes/memory-personas';
import { realTexts } from '../../../fakes/real-texts';

const webhook = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '1' }, ...value } }] },
  ],
});
const STATE = { id: 'wamid.1', status: 'read', timestamp: '1764000000', recipient_id: '573001112233' };
const MESSAGE = {
  from: '573001112233',
  id: 'wamid.2',
  timestamp: '1764000000',
  type: 'text',
  text: { body: 'hola' },
};

describe('what a webhook tells', () => {
  it('is not acknowledged when what became of ours cannot be stored, though its message was', async () => {
    const { engine, deps, inbox } = chatTown();
    const rush = { receiving: 0 };
    const intake = createIntake({
      ...deps,
      chat: engine,
      personas: memoryPersonas(),
      envios: { told: () => Promise.reject(new Error('closed')) },
      texts: () => realTexts('whatsapp'),
      phoneNumberId: '1',
      rush,
      problem: () => {},
    });
    const contacts = [{ wa_id: MESSAGE.from }];
    const body = webhook({ contacts, messages: [MESSAGE], statuses: [STATE] });
    expect(await intake(body)).toMatchObject({ ok: false, failure: { code: 'STORE_UNAVAILABLE' } });
    await engine.idle();
    expect([inbox.size(), rush.receiving]).toEqual([1, 0]);
  });
});

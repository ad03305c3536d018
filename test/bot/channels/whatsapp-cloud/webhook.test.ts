import { afterEach, describe, expect, it } from '@jest/globals';
import { chatTown } from '../../../fakes/chat-town';
import { type CloudTownOptions, whatsappCloudTown } from '../../../fakes/whatsapp-cloud-town';
import { handshakes } from '../../../whatsapp-sim/webhook/handshake';
import { negativeSignatures } from '../../../whatsapp-sim/webhook/negative-signatures';
import { serialise } from '../../../whatsapp-sim/webhook/signature';

let open: Awaited<ReturnType<typeof whatsappCloudTown>> | undefined;
afterEach(() => open?.close());

const start = async (options: CloudTownOptions = {}) => {
  const town = chatTown();
  const cloud = await whatsappCloudTown(town, options);
  open = cloud;
  return { town, ...cloud, url: `${cloud.base}/webhooks/whatsapp` };
};

const message = (id: string, body = 'Hay un hueco en la calle', phone = '106540352242922') => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '1', phone_number_id: phone },
            contacts: [{ profile: { name: 'Ana' }, wa_id: '573001112233' }],
            messages: [{ from: '573001112233', id, timestamp: '1764000000', type: 'text', text: { body } }],
          },
        },
      ],
    },
  ],
});

describe('the webhook', () => {
  it('answers the handshake to whoever knows the token, and to nobody else', async () => {
    const { url } = await start();
    for (const { name, url: asked, expected } of handshakes(url, 'sim-verify-token')) {
      const response = await fetch(asked);
      if (expected === undefined) expect([name, response.status]).toEqual([name, 403]);
      else expect([name, response.status, await response.text()]).toEqual([name, 200, expected]);
    }
  });

  it('takes only what is signed over its very bytes, and breaks with nothing', async () => {
    const { url, town } = await start();
    for (const asked of negativeSignatures(serialise(message('wamid.1')), 'sim-app-secret')) {
      const body = new Uint8Array(asked.body);
      const { status } = await fetch(url, { method: 'POST', headers: asked.headers, body });
      if (asked.expected === 'REFUSE') expect([asked.name, status === 200]).toEqual([asked.name, false]);
      if (asked.expected === 'ACKNOWLEDGE') expect([asked.name, status]).toEqual([asked.name, 200]);
      expect([asked.name, status < 500]).toEqual([asked.name, true]);
    }
    await town.engine.idle();
    expect(town.conversaciones.closed()).toBe('[]');
  });

  it('takes what a provider proves with its own header, and then no signature serves', async () => {
    const webhookAuth = { name: 'X-Proveedor', value: 'secreto' };
    const { url, town } = await start({ settings: { webhookAuth } });
    const post = (headers: Record<string, string>) =>
      fetch(url, { method: 'POST', headers, body: new Uint8Array(serialise(message('wamid.1'))) });
    expect((await post({ 'X-Proveedor': 'otro' })).status).toBe(401);
    expect((await post({})).status).toBe(401);
    expect((await post({ 'X-Proveedor': 'secreto' })).status).toBe(200);
    await town.engine.idle();
    expect(await town.conversaciones.unsent(9)).toEqual([]);
    expect(town.conversaciones.opened()).toContain('Hay un hueco');
  });

  it('is not acknowledged until all of it is stored', async () => {
    const { town, sim } = await start();
    town.inbox.next.fail = true;
    const ana = sim.citizen();
    await ana.text('Hay un hueco en la calle');
    expect(ana.person.sent[0]?.state).toBe('ENVIADO');
    expect(ana.person.received).toEqual([]);
    await sim.advance(60_000);
    await ana.expect({ textMatches: '¿Dónde?' });
  });
});

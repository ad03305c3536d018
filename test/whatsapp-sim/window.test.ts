import { afterEach, describe, expect, it } from '@jest/globals';
import { simAndBot, type SimAndBot } from './sim-and-bot';

const HOUR = 3_600_000;
let both: SimAndBot;
afterEach(() => both.close());

const template = (name: string, code: string, ...values: readonly string[]) => ({
  type: 'template',
  template: {
    name,
    language: { code },
    components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }],
  },
});
const states = () => both.bot.statuses.map(({ status }) => status);

describe('the window of 24 hours', () => {
  it('accepts a message outside it and fails it afterwards', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    await both.sim.advance(25 * HOUR);
    const answer = await both.bot.send({ to: citizen.person.phone, text: { body: 'tarde' } });
    expect(answer?.status).toBe(200);
    await both.sim.advance(1_000);
    expect(states()).toEqual(['failed']);
    expect(both.bot.statuses[0]).toMatchObject({ errors: [{ code: 131047 }] });
    await citizen.expectSilence(0);
    expect(both.sim.oracles({ finished: false })).toMatchObject([{ oracle: 'window of 24 hours' }]);
  });

  it('opens again with a call', async () => {
    both = await simAndBot({ windowErrorMode: 'sync' }, { reply: () => [] });
    const citizen = both.sim.citizen();
    expect((await both.bot.send({ to: citizen.person.phone, text: { body: 'a' } }))?.status).toBe(400);
    await citizen.call();
    expect((await both.bot.send({ to: citizen.person.phone, text: { body: 'a' } }))?.status).toBe(200);
  });

  it('lets an approved template through, in its own language and with its parameters', async () => {
    both = await simAndBot({ portfolioLimit: 1 }, { reply: () => [] });
    const { sim, bot } = both;
    const [one, other] = [sim.citizen(), sim.citizen()];
    sim.templates.add({
      name: 'respuesta_lista',
      language: 'es_CO',
      category: 'UTILITY',
      body: 'Su caso {{1}} tiene respuesta.',
    });
    const to = one.person.phone;
    const codeOf = async (body: object, who = to) =>
      ((await bot.send({ to: who, ...body }))?.body.error as { code: number } | undefined)?.code;
    expect(await codeOf(template('respuesta_lista', 'es', 'A'))).toBe(132001);
    expect(await codeOf(template('respuesta_lista', 'es_CO'))).toBe(132000);
    expect(await codeOf(template('respuesta_lista', 'es_CO', 'con\nsalto'))).toBe(132012);
    expect(await codeOf(template('respuesta_lista', 'es_CO', 'P-1'))).toBeUndefined();
    expect((await one.expect()).text).toBe('Su caso P-1 tiene respuesta.');
    expect(await codeOf(template('respuesta_lista', 'es_CO', 'P-2'), other.person.phone)).toBe(131048);
    await sim.advance(25 * HOUR);
    expect(await codeOf(template('respuesta_lista', 'es_CO', 'P-2'), other.person.phone)).toBeUndefined();
    const found = sim.templates.find('respuesta_lista', 'es_CO');
    if (found) found.status = 'PAUSED';
    expect(await codeOf(template('respuesta_lista', 'es_CO', 'P-3'))).toBe(132015);
  });
});

describe('who is written to', () => {
  it('fails afterwards for a number that is not on WhatsApp, and stays at sent when the person blocked us', async () => {
    both = await simAndBot({ readProbability: 1 }, { reply: () => [] });
    const { sim, bot } = both;
    const [absent, blocking] = [sim.citizen({ onWhatsApp: false }), sim.citizen()];
    for (const { person } of [absent, blocking]) person.lastInboundAt = sim.now();
    blocking.block();
    await bot.send({ to: absent.person.phone, text: { body: 'a' } });
    await bot.send({ to: blocking.person.phone, text: { body: 'a' } });
    await sim.advance(60_000);
    expect(new Set(states())).toEqual(new Set(['failed', 'sent']));
    expect(states()).toHaveLength(2);
    expect(bot.statuses.find(({ status }) => status === 'failed')).toMatchObject({
      errors: [{ code: 131026 }],
    });
  });

  it('refuses at once whom the business blocked', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const { person } = both.sim.citizen();
    person.lastInboundAt = both.sim.now();
    person.blockedByBusiness = true;
    const answer = await both.bot.send({ to: person.phone, text: { body: 'a' } });
    expect(answer?.body).toMatchObject({ error: { code: 130403 } });
  });

  it('withholds what is marketing from who stopped it', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    citizen.stopMarketing();
    both.sim.templates.add({ name: 'feria', language: 'es', category: 'MARKETING', body: 'Feria' });
    await both.bot.send({ to: citizen.person.phone, ...template('feria', 'es') });
    await both.sim.advance(1_000);
    expect(both.bot.statuses).toMatchObject([{ status: 'failed', errors: [{ code: 131050 }] }]);
  });
});

describe('the states of a message', () => {
  it('come in order, with our own id and the price in sent and delivered', async () => {
    both = await simAndBot({ readProbability: 1 });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    await both.sim.advance(30_000);
    expect(states()).toEqual(['sent', 'delivered', 'read']);
    const [sent, , read] = both.bot.statuses;
    expect(sent).toMatchObject({
      recipient_id: citizen.person.phone,
      recipient_user_id: citizen.person.bsuid,
      biz_opaque_callback_data: expect.stringMatching(/^envio-wamid\./),
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    });
    expect(sent).not.toHaveProperty('conversation');
    expect(read).not.toHaveProperty('pricing');
  });

  it('skip delivered when the chat is open', async () => {
    both = await simAndBot();
    await both.sim.citizen({ openChat: true }).text('hola');
    await both.sim.advance(30_000);
    expect(states()).toEqual(['sent', 'read']);
  });
});

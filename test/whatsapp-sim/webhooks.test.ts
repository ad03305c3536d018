import { afterEach, describe, expect, it } from '@jest/globals';
import type { WebhookFault } from './faults';
import { createSim } from './create-sim';
import { simAndBot, type SimAndBot } from './sim-and-bot';

const HOUR = 3_600_000;
let both: SimAndBot;
afterEach(() => both?.close());

const silent = { reply: () => [] };
const texts = () => both.bot.messages.map(({ text }) => (text as { body: string } | undefined)?.body);
const once = (fault: WebhookFault, type = 'message') =>
  both.sim.fault({ match: { endpoint: 'webhook', type }, fault, times: 1 });

describe('a webhook', () => {
  it('goes to this machine only', () => {
    expect(() => createSim({ callbackUrl: 'https://example.com/webhooks' })).toThrow('elsewhere');
    expect(() => createSim({ callbackUrl: 'http://10.0.0.1/webhooks' })).toThrow('elsewhere');
  });

  it('is repeated with the same bytes until it is acknowledged, ever less often', async () => {
    both = await simAndBot({}, { ...silent, ack: (nth) => (nth < 5 ? 503 : 200) });
    await both.sim.citizen().text('año 😀');
    await both.sim.advance(0);
    expect(both.bot.bodies).toHaveLength(2);
    await both.sim.advance(35_000);
    expect(both.bot.bodies).toHaveLength(4);
    await both.sim.advance(36 * HOUR);
    expect(both.bot.bodies).toHaveLength(5);
    expect(new Set(both.bot.bodies.map((body) => body.toString('latin1'))).size).toBe(1);
    expect(texts()).toEqual(['año 😀']);
  });

  it.each([
    ['36h', 36],
    ['7d', 168],
  ] as const)('is given up after %s', async (retryProfile, hours) => {
    both = await simAndBot({ retryProfile }, { ...silent, ack: () => 500 });
    await both.sim.citizen().text('hola');
    await both.sim.advance((hours - 12) * HOUR);
    expect(both.sim.trace()).not.toContain('webhook.abandonado');
    const attempts = both.bot.bodies.length;
    await both.sim.advance(20 * HOUR);
    expect(both.bot.bodies.length).toBeGreaterThan(attempts);
    expect(both.sim.trace()).toContain('webhook.abandonado');
  });

  it('of a provider carries its own header and no signature', async () => {
    const webhookAuth = { header: 'X-Proveedor', value: 'clave' };
    both = await simAndBot({ webhookAuth }, silent);
    await both.sim.citizen().text('hola');
    expect(both.bot.headers[0]).toMatchObject({ 'x-proveedor': 'clave' });
    expect(both.bot.headers[0]).not.toHaveProperty('x-hub-signature-256');
  });
});

describe('what goes wrong with a webhook', () => {
  it('duplicate: the same bytes again, and the same message in another body', async () => {
    both = await simAndBot({}, silent);
    once({ kind: 'duplicate', times: 2, everyMs: 1_000 });
    await both.sim.citizen().text('uno');
    once({ kind: 'duplicate', times: 1, newEnvelope: true });
    await both.sim.citizen().text('dos');
    await both.sim.advance(3_000);
    const bodies = both.bot.bodies.map((body) => body.toString('latin1'));
    expect(bodies.filter((body) => body.includes('uno'))).toHaveLength(3);
    expect(new Set(bodies.filter((body) => body.includes('uno'))).size).toBe(1);
    expect(new Set(bodies.filter((body) => body.includes('dos'))).size).toBe(2);
    expect(texts()).toEqual(['uno', 'dos']);
  });

  it('reorder: what falls in the window comes in reverse', async () => {
    both = await simAndBot({}, silent);
    both.sim.fault({ match: { type: 'message' }, fault: { kind: 'reorder', windowMs: 500 }, times: 2 });
    const citizen = both.sim.citizen();
    await citizen.text('primero');
    await citizen.text('segundo');
    expect(texts()).toEqual([]);
    await both.sim.advance(500);
    expect(texts()).toEqual(['segundo', 'primero']);
  });

  it('drop: lost once, and the retry arrives', async () => {
    both = await simAndBot({}, silent);
    once({ kind: 'drop' });
    await both.sim.citizen().text('hola');
    expect(texts()).toEqual([]);
    await both.sim.advance(0);
    expect(texts()).toEqual(['hola']);
  });

  it('delay: it comes a day late, with the time at which it was written', async () => {
    both = await simAndBot({ windowErrorMode: 'sync' }, silent);
    once({ kind: 'delay', ms: 25 * HOUR });
    const citizen = both.sim.citizen();
    const written = String(both.sim.now() / 1_000);
    await citizen.text('tarde');
    await both.sim.advance(25 * HOUR);
    expect(both.bot.messages).toMatchObject([{ timestamp: written }]);
    const answer = await both.bot.send({ to: citizen.person.phone, text: { body: 'a' } });
    expect(answer?.body).toMatchObject({ error: { code: 131047 } });
  });

  it('batch: one body with messages, other fields and a number that is not ours', async () => {
    both = await simAndBot({}, silent);
    both.sim.fault({ match: { type: 'message' }, fault: { kind: 'batch', size: 3 }, times: 3 });
    for (const text of ['a', 'b', 'c']) await both.sim.citizen().text(text);
    expect(both.bot.bodies).toHaveLength(1);
    const body = both.bot.bodies[0]?.toString('latin1') ?? '';
    expect(body).toContain('account_update');
    expect(body).toContain('999999999999999');
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['unknownType', { type: 'tipo_que_no_existe' }],
    ['tooLarge', { type: 'unsupported', errors: [{ code: 131052 }] }],
    ['hugeText', { text: { body: 'á'.repeat(65_536) } }],
    ['weirdUnicode', { text: { body: expect.stringContaining('\u0000') } }],
    ['futureTimestamp', { timestamp: String(Date.parse('2027-11-24T09:00:00-05:00') / 1_000) }],
  ] as const)('%s', async (kind, expected) => {
    both = await simAndBot({}, silent);
    once({ kind });
    await both.sim.citizen().text('hola');
    expect(both.bot.messages).toMatchObject([expected]);
  });

  it('noFrom and missingContacts: nobody says the phone', async () => {
    both = await simAndBot({}, silent);
    once({ kind: 'noFrom' });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    const withoutPhone = both.bot.bodies[0]?.toString('latin1') ?? '';
    expect(withoutPhone).not.toContain(citizen.person.phone);
    expect(withoutPhone).toContain(citizen.person.bsuid);
    once({ kind: 'missingContacts' });
    await citizen.text('otra');
    expect(both.bot.bodies[1]?.toString('latin1')).not.toContain('"contacts"');
  });

  it('valueErrors: an error of the account in place of the message', async () => {
    both = await simAndBot({}, silent);
    once({ kind: 'valueErrors' });
    await both.sim.citizen().text('hola');
    expect(both.bot.bodies[0]?.toString('latin1')).toContain('"errors":[{"code":130429');
    expect(both.bot.messages).toEqual([]);
  });

  it('acts by person, by position, by chance and between two instants', async () => {
    both = await simAndBot({}, silent);
    const { sim } = both;
    const [one, other] = [sim.citizen(), sim.citizen()];
    sim.fault({ match: { to: one.person.phone, nth: 2 }, fault: { kind: 'unknownType' } });
    sim.fault({ match: { probability: 0 }, fault: { kind: 'hugeText' } });
    sim.fault({ from: sim.now() + 1_000, until: sim.now() + 2_000, fault: { kind: 'tooLarge' } });
    for (const who of [one, other, one, one]) await who.text('a');
    await sim.advance(1_000);
    await one.text('b');
    await sim.advance(1_000);
    await one.text('c');
    expect(both.bot.messages.map(({ type }) => type)).toEqual([
      'text',
      'text',
      'tipo_que_no_existe',
      'text',
      'unsupported',
      'text',
    ]);
    expect(sim.trace().match(/"que":"falla",/g)).toHaveLength(2);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { createControl } from './load/control';
import { presign } from './load/inject';
import { statusWhenWhole } from './load/raw-client';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot;
afterEach(() => both?.close());

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    from: `${573_100_000_000 + n}`,
    id: `wamid.${n}`,
    text: 'año',
  }));

describe('many messages at once', () => {
  it('are signed beforehand and each is acknowledged, over connections that are kept', async () => {
    both = await simAndBot({ light: true, clock: 'real' });
    const done = await both.sim.inject({ messages: many(200), concurrency: 8 });
    await both.bot.settled();
    expect(done).toMatchObject({ webhooks: 200, statuses: { 200: 200 }, ack: { n: 200 } });
    expect(both.bot.messages).toHaveLength(200);
    expect(both.sim.figures()).toMatchObject({ sends: 200, waiting: 0, repeated: 0, replies: { n: 200 } });
    expect(both.sim.trace()).toBe('');
  });

  it('go in batches, and at a pace', async () => {
    both = await simAndBot({ light: true, clock: 'real' });
    const start = performance.now();
    const done = await both.sim.inject({ messages: many(40), concurrency: 4, batch: 4, perSecond: 100 });
    expect(done.webhooks).toBe(10);
    expect(performance.now() - start).toBeGreaterThanOrEqual(85);
    expect(both.bot.messages).toHaveLength(40);
  });

  it('wait for the answer to the one before, when people write by turns', async () => {
    both = await simAndBot({ light: true, clock: 'real' });
    const messages = ['uno', 'dos', 'tres'].map((text) => ({
      from: '573100000000',
      id: `wamid.${text}`,
      text,
    }));
    await both.sim.inject({ messages, concurrency: 3, inTurns: true });
    await both.bot.settled();
    // A person who writes twice before being answered waits once.
    expect(both.sim.figures()).toMatchObject({ sends: 3, waiting: 0, replies: { n: 3 } });
  });

  it('count who answered without being believed, and a message that was sent twice', async () => {
    both = await simAndBot({ light: true, clock: 'real' }, { forgetful: true });
    const messages = many(1);
    await both.sim.inject({ messages: [...messages, ...messages], concurrency: 1 });
    await both.bot.settled();
    expect(both.sim.figures()).toMatchObject({ sends: 2, repeated: 1, refused: 0 });
    const answer = await fetch(`${both.sim.url}/v26.0/106540352242922/messages`, {
      method: 'POST',
      body: '{}',
    });
    expect(answer.status).toBe(401);
    expect(both.sim.figures().refused).toBe(1);
  });

  it('tell the states of what is sent, when they are asked for', async () => {
    both = await simAndBot({ light: true, lightStatuses: true, clock: 'real' });
    await both.sim.inject({ messages: many(3), concurrency: 1 });
    await both.bot.settled();
    expect(both.sim.figures().statuses).toBe(9);
  });

  it('say 0 for a bot that is not there', async () => {
    both = await simAndBot({ light: true, clock: 'real', callbackUrl: 'http://127.0.0.1:1/webhooks' });
    const done = await both.sim.inject({ messages: many(2), concurrency: 1 });
    expect(done.statuses).toEqual({ 0: 2 });
  });

  it('are whole HTTP requests', async () => {
    both = await simAndBot({ light: true });
    const [request] = presign(both.sim.options, { messages: many(1), concurrency: 1 });
    const text = request?.bytes.toString('latin1') ?? '';
    expect(text).toMatch(/^POST \/webhooks\/whatsapp HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\n/);
    expect(text).toContain('X-Hub-Signature-256: sha256=');
    expect(text).toContain('a\\u00f1o');
  });

  it.each([
    ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok', 200],
    ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no', undefined],
    ['HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n', 401],
    ['HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n', undefined],
    ['HTTP/1.1 200 OK\r\nContent', undefined],
  ])('read the end of the answer %j', (answer, status) => {
    expect(statusWhenWhole(Buffer.from(answer))).toBe(status);
  });
});

describe('a simulator that runs on its own', () => {
  it('is asked from another process', async () => {
    both = await simAndBot({ light: true, clock: 'real' }, {}, (made) => ({
      answers: [createControl(made)],
    }));
    const { sim, bot } = both;
    const ask = async (method: string, what: string, body?: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(`${sim.url}/_control/${what}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
      });
      return (await answer.json()) as Record<string, unknown>;
    };
    const order = { personas: 5, textos: ['hola', 'radicar'], conexiones: 2 };
    expect(await ask('POST', 'inyectar', order)).toMatchObject({ webhooks: 10, statuses: { 200: 10 } });
    await bot.settled();
    expect(await ask('GET', 'cuentas')).toMatchObject({ sends: 10 });
    expect(await ask('POST', 'fallas', { fault: { kind: 'drop' } })).toEqual({ puesta: true });
    expect(await ask('DELETE', 'fallas')).toEqual({ quitadas: true });
    const simple = await fetch(`${sim.url}/_control/fallas`, { method: 'POST', body: '{}' });
    expect(simple.status).toBe(415);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Citizen } from './actors/citizen';
import type { RequestFault } from './faults';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot;
let citizen: Citizen;

beforeEach(async () => {
  both = await simAndBot({}, { reply: () => [] });
  citizen = both.sim.citizen();
  await citizen.text('hola');
});
afterEach(() => both.close());

const under = (fault: RequestFault) => {
  both.sim.fault({ match: { endpoint: 'messages' }, fault, times: 1 });
  return both.bot.send({ to: citizen.person.phone, text: { body: 'respuesta' } });
};
const raw = (fault: RequestFault, signal?: AbortSignal) => {
  both.sim.fault({ match: { endpoint: 'messages' }, fault, times: 1 });
  return fetch(`${both.sim.url}/v26.0/106540352242922/messages`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sim-token' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: citizen.person.phone,
      type: 'text',
      text: { body: 'respuesta' },
    }),
    signal,
  });
};
const arrived = () => citizen.person.received.map(({ text }) => text);

describe('what goes wrong with a send', () => {
  it.each([190, 10, 131042, 131031, 80007, 4, 130429, 131056])('code %i', async (code) => {
    expect((await under({ kind: 'graphError', code }))?.body).toMatchObject({ error: { code } });
    expect(arrived()).toEqual([]);
  });

  it('a rate, with the status and the wait that are asked for', async () => {
    const answer = await raw({ kind: 'graphError', code: 130429, status: 429, retryAfter: 7 });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('a broken server, in HTML and in JSON', async () => {
    const html = await raw({ kind: 'http', status: 502 });
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html']);
    const json = await raw({ kind: 'http', status: 503, code: 131016 });
    expect([json.status, await json.json()]).toMatchObject([503, { error: { code: 131016 } }]);
    expect(arrived()).toEqual([]);
  });

  it('reset before: nothing was sent; after: it was, and the bot cannot know', async () => {
    expect(await under({ kind: 'reset', when: 'before' })).toBeUndefined();
    expect(arrived()).toEqual([]);
    expect(await under({ kind: 'reset', when: 'after' })).toBeUndefined();
    expect(arrived()).toEqual(['respuesta']);
  });

  it('timeout: it never answers, whether it took the message or not', async () => {
    for (const accepted of [false, true]) {
      const limit = AbortSignal.timeout(200);
      await expect(raw({ kind: 'timeout', accepted }, limit)).rejects.toThrow(/timeout/);
    }
    expect(arrived()).toEqual(['respuesta']);
  });

  it('truncate: half of the answer to a message that was taken', async () => {
    const answer = await raw({ kind: 'truncate' });
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(arrived()).toEqual(['respuesta']);
  });

  it('slow: the same answer, later', async () => {
    expect((await under({ kind: 'slow', ms: 50 }))?.status).toBe(200);
  });

  it('asyncFail: accepted now, failed later', async () => {
    expect((await under({ kind: 'asyncFail', code: 131026, afterMs: 5_000 }))?.status).toBe(200);
    await both.sim.advance(4_999);
    expect(both.bot.statuses).toEqual([]);
    await both.sim.advance(1);
    expect(both.bot.statuses).toMatchObject([{ status: 'failed', errors: [{ code: 131026 }] }]);
    expect(arrived()).toEqual([]);
  });

  it('okWithLogicalError: 200 and no message', async () => {
    const answer = await under({ kind: 'okWithLogicalError', code: 131000 });
    expect(answer).toMatchObject({ status: 200, body: { errors: [{ code: 131000 }] } });
    expect(answer?.body).not.toHaveProperty('messages');
  });
});

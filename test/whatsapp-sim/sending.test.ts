import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Citizen } from './actors/citizen';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot;
let citizen: Citizen;

beforeEach(async () => {
  both = await simAndBot({ windowErrorMode: 'sync' }, { reply: () => [] });
  citizen = both.sim.citizen();
  await citizen.text('hola');
});
afterEach(() => both.close());

const send = async (body: Record<string, unknown>) => {
  const answer = await both.bot.send({ to: citizen.person.phone, ...body });
  const error = answer?.body.error as { code: number; error_data?: { details: string } } | undefined;
  return { status: answer?.status, code: error?.code, details: error?.error_data?.details };
};
const post = (path: string, init: RequestInit = {}) => fetch(`${both.sim.url}${path}`, init);
const repeat = (text: string, times: number) => text.repeat(times);

const buttons = (list: readonly { id: string; title: string }[], more: object = {}) => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Elija' },
    action: { buttons: list.map((reply) => ({ type: 'reply', reply })) },
    ...more,
  },
});
const rows = (count: number, change: object = {}) =>
  Array.from({ length: count }, (_, n) => ({ id: `f${n}`, title: `Fila ${n}`, ...change }));
const list = (sections: readonly object[], button = 'Ver') => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Elija' }, action: { button, sections } },
});

describe('the order in which a send is validated', () => {
  it('asks for the token first, even of a path that is not there', async () => {
    const answer = await post('/v26.0/nada/messages', { method: 'POST', body: '{' });
    expect(answer.status).toBe(401);
    expect(((await answer.json()) as { error: { code: number } }).error.code).toBe(190);
  });

  it('then for a version and a number that exist', async () => {
    const headers = { Authorization: 'Bearer sim-token' };
    const version = await post('/v1.0/106540352242922/messages', { method: 'POST', headers, body: '{' });
    const number = await post('/v26.0/1/messages', { method: 'POST', headers, body: '{' });
    const codes = await Promise.all([version, number].map(async (a) => (await a.json()) as object));
    expect(codes).toMatchObject([{ error: { code: 2500 } }, { error: { code: 33 } }]);
    expect(JSON.stringify(codes)).toContain('fbtrace_id');
  });

  it.each([
    ['the envelope before the recipient', { messaging_product: 'x', to: '' }, 100],
    ['the recipient before the fault', { to: '' }, 131008],
    ['what a recipient may be', { to: 'no-es-un-telefono' }, 131009],
    ['that it is not ourselves', { to: '15550000001' }, 131021],
  ])('%s', async (_, body, code) => {
    both.sim.fault({ fault: { kind: 'graphError', code: 131000 } });
    expect(await send({ text: { body: '' }, ...body })).toMatchObject({ code });
  });

  it('a fault before the shape, and the shape before the window', async () => {
    await both.sim.advance(25 * 3_600_000);
    const remove = both.sim.fault({ fault: { kind: 'graphError', code: 131000 } });
    expect(await send({ text: { body: '' } })).toMatchObject({ code: 131000, status: 500 });
    remove();
    expect(await send({ text: { body: '' } })).toMatchObject({
      code: 131008,
      details: 'text.body: required',
    });
    expect(await send({ text: { body: 'Buenas' } })).toMatchObject({ code: 131047 });
  });
});

describe('the limits of each message', () => {
  const sixteen = repeat('a', 16);
  it.each([
    ['text.body', { text: { body: repeat('a', 4_097) } }],
    ['interactive.body.text', buttons([{ id: 'a', title: 'A' }], { body: { text: repeat('a', 1_025) } })],
    ['header', buttons([{ id: 'a', title: 'A' }], { header: { type: 'text', text: repeat('a', 61) } })],
    ['footer', buttons([{ id: 'a', title: 'A' }], { footer: { text: repeat('a', 61) } })],
    ['interactive.action.buttons: has 4', buttons(['a', 'b', 'c', 'd'].map((id) => ({ id, title: id })))],
    ['buttons[0].reply.title', buttons([{ id: 'a', title: repeat('a', 21) }])],
    ['buttons[0].reply.title', buttons([{ id: 'a', title: ' ' }])],
    ['buttons[0].reply.id', buttons([{ id: repeat('a', 257), title: 'A' }])],
    [
      'buttons.reply.id',
      buttons([
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
      ]),
    ],
    [
      'buttons.reply.title',
      buttons([
        { id: 'a', title: 'A' },
        { id: 'b', title: 'A' },
      ]),
    ],
    ['rows: has 11', list([{ rows: rows(11) }])],
    ['sections: has 11', list(Array.from({ length: 11 }, () => ({ title: 'S', rows: rows(1) })))],
    ['rows[0].title', list([{ rows: rows(1, { title: repeat('a', 25) }) }])],
    ['rows[0].description', list([{ rows: rows(1, { description: repeat('a', 73) }) }])],
    ['rows[0].id', list([{ rows: rows(1, { id: repeat('a', 201) }) }])],
    ['sections[0].title', list([{ title: repeat('a', 25), rows: rows(1) }])],
    ['interactive.action.button', list([{ rows: rows(1) }], repeat('a', 21))],
    ['image.id', { type: 'image', image: { id: '404' } }],
    ['image.id', { type: 'image', image: { id: '1', link: 'http://127.0.0.1/x' } }],
    ['location.latitude', { type: 'location', location: { latitude: 91, longitude: 0 } }],
    // Eight characters for a person, sixteen and more for who counts units: both must fit.
    ['buttons[0].reply.title', buttons([{ id: 'a', title: `${sixteen}👩‍👩‍👧` }])],
  ])('%s', async (field, body) => {
    const { code, details } = await send(body);
    expect(code).toBe(131009);
    expect(details).toContain(field);
  });

  it.each([
    ['interactive.action.sections[0].title', list([{ rows: rows(1) }, { rows: rows(1) }]), 131008],
    ['type', { type: 'telegrama' }, 131051],
    ['text', { text: undefined }, 131008],
  ])('%s: missing or of no kind', async (field, body, code) => {
    expect(await send(body)).toMatchObject({ code, details: expect.stringContaining(field) });
  });

  it('lets through what just fits', async () => {
    const fits = [
      { text: { body: repeat('a', 4_096) } },
      buttons(['a', 'b', 'c'].map((id) => ({ id: repeat(id, 256), title: repeat(id, 20) }))),
      list([{ title: repeat('a', 24), rows: rows(10) }], repeat('a', 20)),
    ];
    for (const body of fits) expect(await send(body)).toMatchObject({ status: 200 });
    expect(both.sim.oracles({ extraReplies: 2 })).toEqual([]);
  });
});

describe('how much is sent', () => {
  it('lets 45 through to one person at once, then one every six seconds', async () => {
    const codes = [];
    for (let n = 0; n < 46; n += 1) codes.push((await send({ text: { body: `${n}` } })).code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(45);
    expect(codes.at(-1)).toBe(131056);
    await both.sim.advance(6_000);
    expect(await send({ text: { body: 'ya' } })).toMatchObject({ status: 200 });
    expect(await send({ text: { body: 'no' } })).toMatchObject({ code: 131056, status: 400 });
  });

  it('lets the number send so many a second', async () => {
    const slow = await simAndBot({ throughput: 3, rateHttpStatus: 429 }, { reply: () => [] });
    try {
      const people = Array.from({ length: 4 }, () => slow.sim.citizen());
      for (const { person } of people) person.lastInboundAt = slow.sim.now();
      const answers = [];
      for (const { person } of people)
        answers.push((await slow.bot.send({ to: person.phone, text: { body: 'a' } }))?.status);
      expect(answers).toEqual([200, 200, 200, 429]);
    } finally {
      await slow.close();
    }
  });
});

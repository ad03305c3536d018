import { afterEach, describe, expect, it } from '@jest/globals';
import { secretsIn } from './oracles/hides-secrets';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot;
afterEach(() => both?.close());

const told = (options = {}) => both.sim.oracles(options).map(({ oracle, detail }) => `${oracle}: ${detail}`);

describe('the oracles', () => {
  it('say nothing of a bot that answers once', async () => {
    both = await simAndBot();
    both.sim.fault({ match: { type: 'message' }, fault: { kind: 'duplicate', times: 3, everyMs: 10 } });
    const citizen = both.sim.citizen();
    for (const text of ['uno', 'dos', 'tres']) await citizen.text(text);
    await both.sim.advance(60_000);
    expect(both.bot.bodies.length).toBeGreaterThan(12);
    expect(told({ budget: 3 })).toEqual([]);
  });

  it('catch a bot that answers each repeated webhook', async () => {
    both = await simAndBot({}, { forgetful: true });
    both.sim.fault({ match: { type: 'message' }, fault: { kind: 'duplicate', times: 1 } });
    await both.sim.citizen().text('hola');
    await both.sim.advance(1_000);
    expect(told()).toContain('one reply per message: the same words twice in a row');
    expect(told().some((line) => line.includes('was sent again'))).toBe(true);
  });

  it('catch two bubbles for one message, and a message that nobody answers', async () => {
    both = await simAndBot(
      {},
      {
        reply: ({ text }) =>
          (text as { body: string }).body === 'doble'
            ? [{ text: { body: 'a' } }, { text: { body: 'b' } }]
            : [],
      },
    );
    const citizen = both.sim.citizen();
    await citizen.text('doble');
    expect(told()).toEqual(['one reply per message: more replies than messages were written']);
    expect(told({ extraReplies: 1 })).toEqual([]);
    await citizen.text('nada');
    expect(told({ extraReplies: 1 })).toEqual(['one reply per message: nobody answered it']);
    expect(told({ extraReplies: 1, finished: false })).toEqual([]);
  });

  it('let a sticker be answered or left, and a reaction only left', async () => {
    both = await simAndBot({}, { reply: ({ type }) => [{ text: { body: `Recibido: ${type}` } }] });
    const [one, other] = [both.sim.citizen(), both.sim.citizen()];
    await one.sticker({ bytes: Buffer.from('x'), mime: 'image/webp' });
    expect(told()).toEqual([]);
    await other.react('wamid.x', '👍');
    expect(told()).toEqual(['one reply per message: more replies than messages were written']);
  });

  it('allow one repeated message where the network cut after accepting it', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    await citizen.text('otra');
    both.sim.fault({
      match: { endpoint: 'messages' },
      fault: { kind: 'reset', when: 'after' },
      times: 1,
    });
    const send = (body: string) =>
      both.bot.send({ to: citizen.person.phone, text: { body }, biz_opaque_callback_data: 'envio-1' });
    await send('uno');
    await send('dos');
    expect(told()).toEqual([]);
    await send('tres');
    expect(told({ extraReplies: 1 })).toEqual(['one reply per message: the message envio-1 was sent again']);
  });

  it('catch who insists after 131056, and who sends what does not fit', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    both.sim.fault({ match: { nth: 1 }, fault: { kind: 'graphError', code: 131056 } });
    const send = (body: string) => both.bot.send({ to: citizen.person.phone, text: { body } });
    await send('a');
    await send('a'.repeat(5_000));
    expect(told({ finished: false })).toEqual([
      'pace with one person: insisted within a second of 131056',
      expect.stringContaining('limits of each message: 131009'),
    ]);
  });

  it('catch more than 45 messages in six seconds', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    for (let n = 0; n < 46; n += 1) await both.bot.send({ to: citizen.person.phone, text: { body: `${n}` } });
    expect(told({ extraReplies: 50 })).toContain('pace with one person: more than 45 in six seconds');
  });

  it('catch a notice after BAJA, but not one that the law orders nor one after ALTA', async () => {
    both = await simAndBot();
    both.sim.templates.add({ name: 'aviso', language: 'es', category: 'UTILITY', body: 'Aviso' });
    const citizen = both.sim.citizen();
    const notice = () =>
      both.bot.send({
        to: citizen.person.phone,
        type: 'template',
        template: { name: 'aviso', language: { code: 'es' } },
      });
    await notice();
    await citizen.text('BAJA');
    await citizen.text('¿cómo va mi caso?');
    expect(told()).toEqual([]);
    await notice();
    expect(told()).toEqual(['BAJA: the notice aviso after BAJA']);
    expect(told({ legalTemplates: ['aviso'] })).toEqual([]);
    await citizen.text('Alta');
    await notice();
    expect(told()).toHaveLength(1);
  });

  it('catch a secret and a document number in a message, and count what is billed', async () => {
    both = await simAndBot(
      {},
      {
        reply: ({ text }) => [{ text: { body: `Eco: ${(text as { body: string }).body}` } }],
      },
    );
    const citizen = both.sim.citizen();
    await citizen.text('mi cédula es 1.032.456.789');
    await citizen.text('sim-token');
    await citizen.text('clave PLANTADA');
    expect(told({ planted: ['PLANTADA'], budget: 2 })).toEqual([
      'nothing secret in a message: a message carries céd…',
      'nothing secret in a message: a message carries sim…',
      'nothing secret in a message: a message carries PLA…',
      'billable messages: 3 were billed and 2 were expected',
    ]);
  });

  it.each([
    ['Su cédula 1032456789 quedó', 1],
    ['C.C. 1.032.456.789', 1],
    ['Radicado 2026-00012345, llame al 6082771234', 0],
    ['Con los últimos 4 números de su cédula: 6789', 0],
  ])('read a document number in «%s»: %i', (text, count) => {
    expect(secretsIn(text, [])).toHaveLength(count);
  });
});

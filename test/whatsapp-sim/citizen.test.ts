import { afterEach, describe, expect, it } from '@jest/globals';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot;
afterEach(() => both.close());

const menu = (title: string) => ({
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: title },
    action: {
      buttons: ['Radicar', 'Consultar'].map((name) => ({
        type: 'reply',
        reply: { id: name.toLowerCase(), title: name },
      })),
    },
  },
});
const withMenu = () => simAndBot({}, { reply: ({ id }) => [menu(`Menú de ${id.slice(-4)}`)] });

describe('a citizen', () => {
  it('taps what was offered last, and nothing else', async () => {
    both = await withMenu();
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    const first = await citizen.expect({ buttons: ['Radicar', 'Consultar'] });
    await citizen.tap('Radicar');
    expect(both.bot.messages.at(-1)).toMatchObject({
      type: 'interactive',
      context: { id: first.wamid },
      interactive: { type: 'button_reply', button_reply: { id: 'radicar', title: 'Radicar' } },
    });
    expect(() => citizen.tap('Pagar')).toThrow('There is no "Pagar"');
    await citizen.tap('consultar', { wamid: first.wamid });
    expect(both.bot.messages.at(-1)).toMatchObject({ context: { id: first.wamid } });
    expect(citizen.transcript().map(({ de }) => de)).toContain('bot');
  });

  it('expects with a condition and says what came instead', async () => {
    both = await withMenu();
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    await expect(citizen.expect({ textMatches: /adiós/, within: 1_000 })).rejects.toThrow('Menú de');
    await citizen.expect({ textMatches: 'Menú' });
    await citizen.expectSilence(60_000);
    await citizen.text('otra vez');
    await expect(citizen.expectSilence(1_000)).rejects.toThrow('Silence was expected');
  });

  it('waits in virtual time for a webhook that was lost', async () => {
    both = await withMenu();
    both.sim.fault({ match: { type: 'message' }, fault: { kind: 'drop' }, times: 1 });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    await citizen.expect({ textMatches: 'Menú' });
  });

  it('sends every kind of message', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    const file = { bytes: Buffer.from('x'), mime: 'image/webp', name: 'x' };
    const first = await citizen.text('hola');
    await citizen.text('cito', first);
    await citizen.document({ ...file, mime: 'application/pdf', name: 'queja.pdf' });
    await citizen.video(file);
    await citizen.sticker(file);
    await citizen.voice(Buffer.from('OggS'));
    await citizen.location(4.5, -75.1, 'Parque');
    await citizen.contact('Ana', '573001112233');
    await citizen.react(first, '👍');
    await citizen.edit(first, 'buenas');
    await citizen.revoke(first);
    await citizen.unsupported();
    await citizen.submitFlow({ barrio: 'Centro' });
    expect(both.bot.messages).toMatchObject([
      { type: 'text' },
      { type: 'text', context: { id: first } },
      { type: 'document', document: { filename: 'queja.pdf', mime_type: 'application/pdf' } },
      { type: 'video' },
      { type: 'sticker' },
      { type: 'audio', audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } },
      { type: 'location', location: { latitude: 4.5, longitude: -75.1, name: 'Parque' } },
      { type: 'contacts' },
      { type: 'reaction', reaction: { message_id: first, emoji: '👍' } },
      { type: 'edit', edit: { original_message_id: first, message: { text: { body: 'buenas' } } } },
      { type: 'revoke', revoke: { original_message_id: first } },
      { type: 'unsupported', errors: [{ code: 131051 }] },
      { type: 'interactive', interactive: { nfm_reply: { response_json: '{"barrio":"Centro"}' } } },
    ]);
    expect(Number(both.bot.messages[0]?.timestamp)).toBe(both.sim.now() / 1_000);
  });

  it('is known by a phone, by a business-scoped id, or changes both', async () => {
    both = await simAndBot({ identityMode: 'mixed' });
    const [shown, hidden] = [both.sim.citizen(), both.sim.citizen()];
    await shown.text('a');
    await hidden.text('b');
    expect(both.bot.messages[0]).toMatchObject({ from: shown.person.phone });
    expect(both.bot.messages[1]).not.toHaveProperty('from');
    await hidden.expect({ textMatches: 'Recibido: b' });
    const { phone, bsuid } = shown.person;
    await shown.changeNumber('573111111111');
    const change = both.bot.messages.at(-1);
    expect(change).toMatchObject({ type: 'system', from: phone, from_user_id: bsuid });
    expect(change?.system).toMatchObject({ type: 'user_changed_number', wa_id: '573111111111' });
    expect(both.bot.bodies.at(-1)?.toString('latin1')).not.toContain('"contacts"');
    shown.adoptUsername('ana.perez');
    await shown.text('soy yo');
    expect(both.bot.bodies.at(-1)?.toString('latin1')).toContain('"username":"ana.perez"');
    expect(both.bot.messages.at(-1)).not.toHaveProperty('from');
  });

  it('sees the bot write, and its own messages delivered and read', async () => {
    both = await simAndBot({}, { reply: () => [] });
    const citizen = both.sim.citizen();
    const id = await citizen.text('hola');
    expect(citizen.person.sent).toMatchObject([{ state: 'ENTREGADO' }]);
    const read = { status: 'read', message_id: id, typing_indicator: { type: 'text' } };
    expect(await both.bot.send(read)).toMatchObject({ body: { success: true } });
    expect(citizen.person.sent).toMatchObject([{ state: 'LEIDO' }]);
    expect(citizen.person.typingUntil).toBe(both.sim.now() + 25_000);
  });

  it('taps the quick reply of a template', async () => {
    both = await simAndBot({}, { reply: () => [] });
    both.sim.templates.add({
      name: 'aviso',
      language: 'es',
      category: 'UTILITY',
      body: 'Hay respuesta',
      quickReplies: ['Ver respuesta'],
    });
    const citizen = both.sim.citizen();
    const template = { name: 'aviso', language: { code: 'es' } };
    await both.bot.send({ to: citizen.person.phone, type: 'template', template });
    await citizen.expect({ buttons: ['Ver respuesta'] });
    await citizen.quickReply('Ver respuesta');
    expect(both.bot.messages).toMatchObject([{ type: 'button', button: { text: 'Ver respuesta' } }]);
  });
});

describe('the real clock', () => {
  it('waits for a condition with a deadline', async () => {
    both = await simAndBot({ clock: 'real' });
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    await citizen.expect({ textMatches: 'Recibido: hola' });
    await expect(citizen.expect({ within: 20 })).rejects.toThrow('did not come');
  });
});

import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { WwebMessage } from '../../../../bot/channels/whatsapp-web/child/wweb-client';
import { chatWith, LID, personMessage, PHONE } from '../../../fakes/fake-wweb-client';
import { whatsappWebTown } from '../../../fakes/whatsapp-web-town';

let web: ReturnType<typeof whatsappWebTown>;
afterEach(() => web.close());

const open = async (over?: Parameters<typeof whatsappWebTown>[0]) => {
  web = whatsappWebTown(over);
  return web.ready();
};
const stored = (count: number) =>
  web.until(`${count} stored`, async () => {
    await web.advance(100);
    return web.town.inbox.size() >= count;
  });
const said = async () => {
  const persona = await web.personas.resolve({ lid: '111222333' });
  if (!persona.ok) throw new Error('no persona');
  return web.engine.history({ canal: 'WHATSAPP', conversacion: persona.value });
};
const image = (id: string, download: WwebMessage['downloadMedia'], over: Partial<WwebMessage> = {}) =>
  personMessage(id, 'así está', { type: 'image', hasMedia: true, downloadMedia: download, ...over });
const bytes = (text: string) => ({ data: Buffer.from(text).toString('base64'), filename: 'foto.jpg' });

describe('what people send by WhatsApp Web', () => {
  it('keeps both names of a person: they are the same by lid, by phone, and when WhatsApp does not say', async () => {
    const client = await open();
    client.receive(personMessage('A', 'uno'));
    client.receive(personMessage('B', 'dos', { from: PHONE }));
    await stored(2);
    client.faults = { namesFail: true };
    client.receive(personMessage('C', 'tres', { from: PHONE }));
    await stored(3);
    expect((await said()).filter(({ de }) => de === 'ciudadano')).toHaveLength(3);
  });

  it('ignores our own messages, groups, states, lists, channels and WhatsApp’s notices', async () => {
    const client = await open();
    const ignored: Partial<WwebMessage>[] = [
      { fromMe: true },
      { from: '1203630@g.us' },
      { from: 'status@broadcast', isStatus: true },
      { from: '12036312@newsletter' },
      { broadcast: true },
      { from: '0@c.us' },
      ...['e2e_notification', 'ciphertext', 'revoked', 'call_log', 'protocol', 'reaction', 'album'].map(
        (type) => ({ type }),
      ),
    ];
    ignored.forEach((over, n) => client.receive(personMessage(`I${n}`, 'no', over)));
    client.receive(personMessage('OK', 'sí'));
    await stored(1);
    await web.advance(5_000);
    expect(web.town.inbox.size()).toBe(1);
  });

  it('stores a message once, however often it comes', async () => {
    const client = await open();
    client.receive(personMessage('A', 'hola'));
    client.receive(personMessage('A', 'hola'));
    await stored(1);
    client.receive(personMessage('A', 'hola'));
    await web.advance(60_000);
    expect(web.town.inbox.size()).toBe(1);
  });

  it('sends again what could not be stored, and shows it as seen only then', async () => {
    const client = await open();
    web.town.inbox.next.fail = true;
    client.receive(personMessage('A', 'hola'));
    client.receive(personMessage('B', 'sigo'));
    await web.advance(1_000);
    expect([web.town.inbox.size(), client.seen]).toEqual([0, []]);
    await web.advance(15_000);
    await stored(2);
    const texts = (await said()).filter(({ de }) => de === 'ciudadano').map(({ texto }) => texto);
    expect(texts).toEqual(['hola', 'sigo']);
    await web.until('seen', () => client.seen.length === 1);
  });

  it('stores a file through the folder and erases it there; the text after it waits for it', async () => {
    const client = await open();
    client.receive(image('F', async () => bytes('una foto')));
    client.receive(personMessage('T', 'eso es'));
    await stored(2);
    expect([...web.files.stored.values()].map(String)).toEqual(['una foto']);
    await web.until('erased', () => readdirSync(web.folder.medios).length === 0);
    const lines = (await said()).filter(({ de }) => de === 'ciudadano');
    expect(lines).toMatchObject([{ texto: 'así está', archivos: ['foto.jpg'] }, { texto: 'eso es' }]);
  });

  it('asks three times for a file that WhatsApp does not give yet', async () => {
    const client = await open();
    let asked = 0;
    client.receive(image('F', async () => ((asked += 1) < 3 ? undefined : bytes('al fin'))));
    await stored(1);
    expect([asked, [...web.files.stored.values()].map(String)]).toEqual([3, ['al fin']]);
  });

  it('says that a file did not come, and asks to send it again', async () => {
    const client = await open();
    client.receive(image('F', async () => undefined));
    client.receive(image('G', async () => Promise.reject(new Error('decrypt'))));
    await stored(2);
    const stop = web.run();
    await web.until('said', () => client.sent.some(({ texto }) => texto.includes('no llegó completo')));
    stop();
  });

  it('does not fetch what is larger than what is received', async () => {
    const client = await open();
    let asked = 0;
    const download = async () => ((asked += 1), undefined);
    client.receive(image('F', download, { rawData: { size: 26 * 1024 * 1024 } }));
    await stored(1);
    expect(asked).toBe(0);
  });

  it('takes a place as words', async () => {
    const client = await open();
    const location = { latitude: '3.4', longitude: -76.3, name: 'Parque' };
    client.receive(personMessage('L', '', { type: 'location', location }));
    await stored(1);
    expect(await said()).toContainEqual(
      expect.objectContaining({ texto: 'Ubicación: 3.400000, -76.300000 (Parque)' }),
    );
  });

  it.each(['sticker', 'vcard', 'poll_creation', 'unknown', 'location'])(
    'says that it cannot read a %s',
    async (type) => {
      const client = await open();
      client.receive(personMessage('S', '', { type }));
      await stored(1);
      const stop = web.run();
      await web.until('said', () => client.sent.some(({ texto }) => texto.includes('no puede leer')));
      stop();
    },
  );

  it('takes a change, a deletion and what cannot be deciphered as what they are, and the text if it comes later', async () => {
    const client = await open();
    const late = personMessage('A', 'llegó tarde');
    client.emit('message_ciphertext', { ...late, type: 'ciphertext', body: '' });
    client.emit('message_ciphertext_failed', { ...late, type: 'ciphertext', body: '' });
    await stored(1);
    client.receive(late);
    await stored(2);
    client.emit('message_edit', { ...late, latestEditSenderTimestampMs: 1_000 }, 'nuevo', 'viejo');
    client.emit('message_edit', late, 'descifrado', '');
    client.emit('message_revoke_everyone', { ...late, type: 'revoked', body: '' }, undefined);
    await stored(4);
    await web.advance(5_000);
    expect(web.town.inbox.size()).toBe(4);
  });

  it('reads what is unread after it is ready, in order, and nothing from before it was linked', async () => {
    const client = await open();
    const at = (hour: string) => Date.parse(`2026-11-24T${hour}-05:00`) / 1_000;
    client.receive(personMessage('A', 'uno', { timestamp: at('09:00:00') }));
    await stored(1);
    await web.advance(60_000);
    web.next.chats = [
      chatWith(
        LID,
        [
          personMessage('C', 'tres', { timestamp: at('09:02:00') }),
          personMessage('A', 'uno', { timestamp: at('09:00:00') }),
          personMessage('OLD', 'hace años', { timestamp: at('09:00:00') - 9e7 }),
          personMessage('B', 'dos', { timestamp: at('09:01:00') }),
        ],
        { timestamp: at('09:02:00') },
      ),
      chatWith('1203630@g.us', [personMessage('G', 'grupo')], { isGroup: true }),
      chatWith('573009998888@c.us', [], {
        timestamp: at('09:02:00'),
        fetchMessages: async () => Promise.reject(new Error('one chat that cannot be read')),
      }),
    ];
    client.crash();
    const stop = web.run();
    await web.until('another', () => web.clients.length > 1);
    stop();
    await web.until('ready', () => web.channel.session().fase === 'READY');
    await stored(3);
    const texts = (await said()).filter(({ de }) => de === 'ciudadano').map(({ texto }) => texto);
    expect(texts).toEqual(['uno', 'dos', 'tres']);
  });

  it('leaves no name of a person in the log', async () => {
    const client = await open();
    client.receive(personMessage('A', 'mi secreto'));
    await stored(1);
    expect(web.town.log.join('\n')).not.toMatch(/573001112233|111222333|secreto/);
  });
});

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simAndBot, type SimAndBot } from './sim-and-bot';

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0, 13, 10, 45, 45]);
const HEADERS = { Authorization: 'Bearer sim-token' };
const DAY = 86_400_000;

let both: SimAndBot;
beforeEach(async () => void (both = await simAndBot({}, { reply: () => [] })));
afterEach(() => both.close());

interface Info {
  readonly url: string;
  readonly sha256: string;
  readonly mime_type: string;
  readonly file_size: number;
  readonly error?: { readonly code: number };
}
const get = (url: string, headers: Record<string, string> = HEADERS) => fetch(url, { headers });
const infoOf = async (id: string, query = '') =>
  (await (await get(`${both.sim.url}/v26.0/${id}${query}`)).json()) as Info;
const upload = async (bytes: Buffer, type: string, name = 'archivo') => {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const url = `${both.sim.url}/v26.0/106540352242922/media`;
  return (await (await fetch(url, { method: 'POST', headers: HEADERS, body: form })).json()) as {
    id: string;
    error?: { code: number };
  };
};
const inbound = async () => {
  await both.sim.citizen().image({ bytes: BYTES, mime: 'image/jpeg', caption: 'El hueco' });
  return both.bot.messages.at(-1)?.image as { id: string; sha256: string; caption: string };
};

describe('a file that a person sends', () => {
  it('is fetched in two steps, both with the token, and its hash holds', async () => {
    const image = await inbound();
    const sha256 = createHash('sha256').update(BYTES).digest();
    expect(image).toMatchObject({ caption: 'El hueco', sha256: sha256.toString('base64') });
    const info = await infoOf(image.id, '?phone_number_id=106540352242922');
    expect(info).toMatchObject({
      mime_type: 'image/jpeg',
      file_size: BYTES.length,
      sha256: sha256.toString('hex'),
    });
    expect((await get(info.url, {})).status).toBe(401);
    expect(Buffer.from(await (await get(info.url)).arrayBuffer())).toEqual(BYTES);
  });

  it('is at its address for five minutes, and there at all for seven days', async () => {
    const { id } = await inbound();
    const { url } = await infoOf(id);
    await both.sim.advance(5 * 60_000);
    expect((await get(url)).status).toBe(404);
    expect((await get((await infoOf(id)).url)).status).toBe(200);
    await both.sim.advance(7 * DAY);
    expect(await infoOf(id)).toMatchObject({ error: { code: 100 } });
    expect(both.sim.oracles({ finished: false })).toMatchObject([{ oracle: 'files that exist' }]);
  });

  it('belongs to its number', async () => {
    const { id } = await inbound();
    expect(await infoOf(id, '?phone_number_id=1')).toMatchObject({ error: { code: 100 } });
  });

  it('may come spoilt', async () => {
    const { id } = await inbound();
    const once = (kind: 'expiredUrl' | 'badSha' | 'notFound', endpoint: 'mediaInfo' | 'cdn') =>
      both.sim.fault({ match: { endpoint }, fault: { kind }, times: 1 });
    once('expiredUrl', 'mediaInfo');
    expect((await get((await infoOf(id)).url)).status).toBe(404);
    once('notFound', 'cdn');
    const { url } = await infoOf(id);
    expect([(await get(url)).status, (await get(url)).status]).toEqual([404, 200]);
    once('badSha', 'cdn');
    expect(Buffer.from(await (await get(url)).arrayBuffer())).not.toEqual(BYTES);
    once('badSha', 'mediaInfo');
    expect((await infoOf(id)).sha256).toBe('0'.repeat(64));
    both.sim.fault({
      match: { endpoint: 'mediaInfo' },
      fault: { kind: 'wrongMime', mime: 'text/html' },
      times: 1,
    });
    expect((await infoOf(id)).mime_type).toBe('text/html');
    both.sim.fault({ match: { endpoint: 'cdn' }, fault: { kind: 'truncate' }, times: 1 });
    await expect((await get(url)).arrayBuffer()).rejects.toThrow('terminated');
  });
});

describe('a file of the bot', () => {
  it('is uploaded, sent and deleted', async () => {
    const { id } = await upload(BYTES, 'image/jpeg');
    const citizen = both.sim.citizen();
    await citizen.text('hola');
    const send = () => both.bot.send({ to: citizen.person.phone, type: 'image', image: { id } });
    expect((await send())?.status).toBe(200);
    expect(citizen.person.received).toMatchObject([{ type: 'image', file: { id } }]);
    const deleted = await fetch(`${both.sim.url}/v26.0/${id}`, { method: 'DELETE', headers: HEADERS });
    expect(await deleted.json()).toEqual({ success: true });
    expect((await send())?.body).toMatchObject({ error: { code: 131009 } });
  });

  it.each([
    ['application/zip', 10],
    ['image/jpeg', 5 * 1_048_576 + 1],
    ['application/pdf', 10],
    ['text/plain', 0],
  ])('of type %s and %i bytes is refused', async (type, size) => {
    expect(await upload(Buffer.alloc(size), type)).toMatchObject({ error: { code: 131053 } });
  });

  describe('goes where it is taken', () => {
    const uploaded = (mime: string) =>
      both.sim.world.media.add('upload', { bytes: BYTES, mime, name: 'archivo' }).id;
    const over = (kind: string, file: object, type = 'button') => ({
      type: 'interactive',
      interactive: {
        type,
        header: { type: kind, [kind]: file },
        body: { text: 'Aquí está.' },
        action:
          type === 'button'
            ? { buttons: [{ type: 'reply', reply: { id: 'm', title: 'Menú' } }] }
            : { button: 'Ver', sections: [{ rows: [{ id: 'm', title: 'Menú' }] }] },
      },
    });
    const answerTo = async (body: object) => {
      const citizen = both.sim.citizen();
      await citizen.text('hola');
      const answer = await both.bot.send({ to: citizen.person.phone, ...body });
      const error = answer?.body.error as { code: number } | undefined;
      return { code: error?.code, citizen };
    };

    it('over buttons, as what it is', async () => {
      const id = uploaded('application/pdf');
      const { citizen, code } = await answerTo(over('document', { id, filename: 'formato.pdf' }));
      expect(code).toBeUndefined();
      expect(citizen.person.received).toMatchObject([
        { text: 'Aquí está.', file: { id, name: 'formato.pdf', kind: 'document', bytes: BYTES.length } },
      ]);
    });

    it.each([
      ['over a list', (id: string) => over('image', { id }, 'list'), 131009],
      ['over buttons as a sound', (id: string) => over('audio', { id }), 131009],
      ['over buttons without an id', () => over('image', {}), 131008],
      ['over buttons with a caption', (id: string) => over('image', { id, caption: 'x' }), 131009],
      ['that does not exist', () => over('image', { id: '1' }), 131009],
      ['of another kind', (id: string) => ({ type: 'audio', audio: { id } }), 131053],
      ['of another kind over buttons', (id: string) => over('video', { id }), 131053],
      [
        'with a name that is not shown',
        (id: string) => ({ type: 'image', image: { id, filename: 'x' } }),
        131009,
      ],
      [
        'with a long caption',
        (id: string) => ({ type: 'image', image: { id, caption: 'x'.repeat(1_025) } }),
        131009,
      ],
    ])('and is refused %s', async (_, body, code) => {
      expect((await answerTo(body(uploaded('image/jpeg')))).code).toBe(code);
    });

    it('and a sound takes no caption', async () => {
      const id = uploaded('audio/ogg');
      expect((await answerTo({ type: 'audio', audio: { id } })).code).toBeUndefined();
      expect((await answerTo({ type: 'audio', audio: { id, caption: 'x' } })).code).toBe(131009);
    });
  });

  it('lives for thirty days', async () => {
    const { id } = await upload(BYTES, 'image/jpeg');
    await both.sim.advance(29 * DAY);
    expect(await infoOf(id)).toMatchObject({ file_size: BYTES.length });
    await both.sim.advance(2 * DAY);
    expect(await infoOf(id)).toMatchObject({ error: { code: 100 } });
  });
});

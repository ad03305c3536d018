import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { chatTown } from '../../../fakes/chat-town';
import { openBrowser, webChatApp } from '../../../fakes/web-chat-app';

const DAY = 86_400_000;

async function start(publicUrl?: string) {
  const town = chatTown();
  const web = webChatApp(town, publicUrl);
  const cookie = await openBrowser(web.app);
  const post = (body: string | object) =>
    request(web.app)
      .post('/chat/mensajes')
      .set('Cookie', cookie)
      .set('Content-Type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  return { town, cookie, post, ...web };
}

describe('a session of the web chat', () => {
  it('is a secret of 256 bits in a cookie that no script reads, and only its hash is stored', async () => {
    const town = chatTown();
    const { app, sesiones } = webChatApp(town, 'https://candelaria.example.org');
    const response = await request(app).post('/chat/sesion').expect(204);
    const [cookie = ''] = response.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(
      /^chat_sesion=[\w-]{43}; Max-Age=2592000; Path=\/chat;.*HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(JSON.stringify(sesiones.all)).not.toContain(cookie.slice(12, 55));
  });

  it('is not Secure on plain http, where it would never come back', async () => {
    const { app } = webChatApp(chatTown());
    const response = await request(app).post('/chat/sesion');
    expect(response.get('Set-Cookie')?.[0]).not.toContain('Secure');
  });

  it('is kept by who already has one', async () => {
    const { app, cookie, sesiones } = await start();
    const response = await request(app).post('/chat/sesion').set('Cookie', `otra=1; ${cookie}`).expect(204);
    expect(response.get('Set-Cookie')).toBeUndefined();
    expect(sesiones.all).toHaveLength(1);
  });

  it.each([
    '',
    'chat_sesion=',
    `chat_sesion=${'A'.repeat(43)}`,
    'chat_sesion=../../etc',
    'chat_sesion[$ne]=1',
  ])('forged as «%s» is refused in Spanish on every route', async (cookie) => {
    const { app, town } = await start();
    const answers = [
      await request(app)
        .post('/chat/mensajes')
        .set('Cookie', cookie)
        .send({ id: 'mensaje-1', texto: 'hola' }),
      await request(app).get('/chat/eventos').set('Cookie', cookie),
      await request(app).get('/chat/historial').set('Cookie', cookie),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(body).toMatchObject({ codigo: 'SESSION_EXPIRED', mensaje: expect.stringContaining('sesión') });
    }
    expect(town.inbox.size()).toBe(0);
  });

  it('ends after 30 days', async () => {
    const { app, cookie, town } = await start();
    town.clock.advance(30 * DAY - 1);
    await request(app).get('/chat/historial').set('Cookie', cookie).expect(200);
    town.clock.advance(1);
    await request(app).get('/chat/historial').set('Cookie', cookie).expect(401);
  });

  it('sees only its own conversation', async () => {
    const { app, post, town } = await start();
    await post({ id: 'mensaje-1', texto: 'Hay un hueco en la calle' });
    await town.engine.idle();
    const other = await openBrowser(app);
    const { body } = await request(app).get('/chat/historial').set('Cookie', other);
    const { mensajes } = body as { mensajes: { de: string; seq: number }[] };
    expect(mensajes.map(({ de, seq }) => [de, seq])).toEqual([['asistente', 1]]);
    expect(JSON.stringify(body)).not.toContain('hueco');
  });
});

describe('a message of the web chat', () => {
  it('is acknowledged with 202 once stored, and with 200 when it comes again', async () => {
    const { post, town } = await start();
    const message = { id: 'mensaje-1', texto: 'hola' };
    expect((await post(message)).status).toBe(202);
    expect((await post(message)).body).toEqual({ id: 'mensaje-1', repetido: true });
    expect((await post(message)).status).toBe(200);
    expect(town.inbox.size()).toBe(1);
  });

  it('under an id used with another body is refused with 422', async () => {
    const { post, town } = await start();
    await post({ id: 'mensaje-1', texto: 'hola' });
    const { status, body } = await post({ id: 'mensaje-1', texto: 'adiós' });
    expect([status, body]).toEqual([422, expect.objectContaining({ codigo: 'IDEMPOTENCY_KEY_REUSED' })]);
    expect(town.inbox.size()).toBe(1);
  });

  it('may have the id of a message of another browser', async () => {
    const { app, post } = await start();
    await post({ id: 'mensaje-1', texto: 'hola' });
    const other = await openBrowser(app);
    await request(app)
      .post('/chat/mensajes')
      .set('Cookie', other)
      .send({ id: 'mensaje-1', texto: 'otra' })
      .expect(202);
  });

  it('is one of 20 in 10 s: of 1,000 in a second 20 are stored, the rest not acknowledged and told when to come back', async () => {
    const { post, town } = await start();
    const statuses: number[] = [];
    const waits = new Set<string | undefined>();
    for (let i = 0; i < 1000; i++) {
      const response = await post({ id: `mensaje-${i}`, texto: `hola ${i}` });
      statuses.push(response.status);
      if (response.status === 429) waits.add(response.get('Retry-After'));
      town.clock.advance(1);
    }
    expect(statuses.filter((one) => one === 202)).toHaveLength(20);
    expect(statuses.filter((one) => one === 429)).toHaveLength(980);
    expect(town.inbox.size()).toBe(20);
    expect([...waits]).toContain('10');
    town.clock.advance(10_000);
    expect((await post({ id: 'mensaje-20', texto: 'hola 20' })).status).toBe(202);
  });

  it.each([
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'INVALID_ENCODING'],
    ['broken JSON', '{"id":', 400, 'INVALID_INPUT'],
    ['an operator of the store', '{"id":{"$ne":null},"texto":"x"}', 400, 'INVALID_INPUT'],
    ['an operator as text field', '{"id":"mensaje-1","texto":{"$gt":""}}', 400, 'INVALID_INPUT'],
    ['a prototype', '{"id":"mensaje-1","texto":"x","__proto__":{"a":1}}', 400, 'INVALID_INPUT'],
    ['fields that nobody knows', '{"id":"mensaje-1","texto":"x","rol":"admin"}', 400, 'INVALID_INPUT'],
    ['a list', '[1]', 400, 'INVALID_INPUT'],
    ['a short id', '{"id":"1","texto":"x"}', 400, 'INVALID_INPUT'],
    ['no text', '{"id":"mensaje-1","texto":"  \\u0000 "}', 400, 'EMPTY_TEXT'],
    ['more than 1 MiB', JSON.stringify({ id: 'mensaje-1', texto: 'a'.repeat(1_100_000) }), 413, 'TOO_LARGE'],
  ])('with %s is refused and nothing is stored', async (_what, body, status, codigo) => {
    const { app, cookie, town } = await start();
    const response = await request(app)
      .post('/chat/mensajes')
      .set('Cookie', cookie)
      .set('Content-Type', 'application/json')
      .serialize((raw: unknown) => raw as string)
      .send(body as string);
    expect([response.status, response.body]).toEqual([status, expect.objectContaining({ codigo })]);
    expect(town.inbox.size()).toBe(0);
  });

  it('keeps a text past 64 kB whole, as a file', async () => {
    const { post, town } = await start();
    const texto = 'hueco '.repeat(13_000).trim();
    expect((await post({ id: 'mensaje-1', texto })).status).toBe(202);
    expect([...town.files.values()]).toEqual([texto]);
  });

  it.each([
    [{ Origin: 'https://otro.example.org' }],
    [{ Origin: 'null' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
  ])('from another site is refused: %j', async (headers) => {
    const { post, app, town } = await start();
    expect((await post({ id: 'mensaje-1', texto: 'hola' }).set(headers)).status).toBe(403);
    expect((await request(app).post('/chat/sesion').set(headers)).status).toBe(403);
    expect(town.inbox.size()).toBe(0);
  });

  it('from a page of ours is welcome, by the public address or the one it was opened with', async () => {
    const { post } = await start('https://candelaria.example.org');
    const origin = { Origin: 'https://candelaria.example.org', 'Sec-Fetch-Site': 'same-origin' };
    expect((await post({ id: 'mensaje-1', texto: 'hola' }).set(origin)).status).toBe(202);
    const local = { Origin: 'http://127.0.0.1:9999', Host: '127.0.0.1:9999' };
    expect((await post({ id: 'mensaje-2', texto: 'hola' }).set(local)).status).toBe(202);
  });

  it('by a button carries the option', async () => {
    const { post, town, app, cookie } = await start();
    await post({ id: 'mensaje-1', texto: 'hola' });
    await post({ id: 'mensaje-2', texto: 'Consultar mi radicado', opcion: 'consultar' });
    await town.engine.idle();
    const { body } = await request(app).get('/chat/historial').set('Cookie', cookie);
    const { mensajes } = body as { mensajes: object[] };
    expect(mensajes).toContainEqual(expect.objectContaining({ de: 'ciudadano', id: 'mensaje-2' }));
    expect(mensajes).toContainEqual(
      expect.objectContaining({
        de: 'asistente',
        seq: 3,
        texto: '¿Número?',
        opciones: [],
        en: '2026-11-24T14:00:00.000Z',
      }),
    );
  });
});

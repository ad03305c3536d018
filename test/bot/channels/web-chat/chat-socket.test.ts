import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { chatTown } from '../../../fakes/chat-town';
import { webChatServer } from '../../../fakes/web-chat-server';

const DAY = 86_400_000;

let running: Awaited<ReturnType<typeof webChatServer>> | undefined;
afterEach(() => running?.close());

async function start() {
  running = await webChatServer(chatTown());
  return running;
}

const until = async (condition: () => boolean): Promise<void> => {
  const deadline = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('not in time');
    await new Promise((turn) => setImmediate(turn));
  }
};

describe('the socket of the web chat', () => {
  it('acknowledges a message once it is stored, and says what the turn answered in one frame', async () => {
    const { open, town } = await start();
    const { say, next } = await open();
    expect((await next('respuestas')).respuestas).toEqual([expect.objectContaining({ seq: 1 })]);
    say({ id: 'mensaje-1', texto: 'Hay un hueco en la calle' });
    expect(await next('acuse')).toEqual({ tipo: 'acuse', id: 'mensaje-1', repetido: false });
    expect(town.inbox.size()).toBe(1);
    expect((await next('respuestas')).respuestas).toEqual([
      expect.objectContaining({ seq: 2, texto: '¿Dónde?' }),
    ]);
  });

  it('tells that a turn began, and says in one frame all that one turn says', async () => {
    const { open } = await start();
    const { say, next } = await open();
    for (const [n, texto] of ['Hay un hueco en la calle', 'Calle 5'].entries()) {
      await next('respuestas');
      say({ id: `mensaje-${n}`, texto });
    }
    await next('turno');
    const { respuestas = [] } = await next('respuestas');
    expect(respuestas.map(({ seq }) => seq)).toEqual([3]);
    say({ id: 'mensaje-9', texto: '1' });
    expect((await next('respuestas')).respuestas?.map(({ texto }) => texto)).toEqual([
      expect.stringContaining('nombre'),
    ]);
  });

  it('takes a message that comes again, by either door, for the same', async () => {
    const { open, url, cookie, town } = await start();
    const { say, next } = await open();
    say({ id: 'mensaje-1', texto: 'hola' });
    await next('acuse');
    say({ id: 'mensaje-1', texto: 'hola' });
    expect(await next('acuse')).toMatchObject({ repetido: true });
    const posted = await fetch(`${url}/chat/mensajes`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: 'mensaje-1', texto: 'hola' }),
    });
    expect([posted.status, await posted.json()]).toEqual([200, { id: 'mensaje-1', repetido: true }]);
    expect(town.inbox.size()).toBe(1);
  });

  it('goes on from where the browser was, and what may be read once is gone', async () => {
    const { open, town, sesiones } = await start();
    const who = { canal: 'WEB_CHAT', conversacion: sesiones.all[0]?.conversacion ?? '' } as const;
    for (const texto of ['Hay un hueco en la calle', 'Calle 5', '2', 'sí']) await town.send(texto, who);
    const all = await town.engine.repliesAfter(who, 0);
    const last = all.at(-1);
    expect(last?.texto).toContain('Radicado');
    const first = await open(`/chat/ws?desde=${(last?.seq ?? 0) - 1}`);
    expect((await first.next('respuestas')).respuestas).toEqual([
      expect.objectContaining({ seq: last?.seq, texto: last?.texto }),
    ]);
    const { say, next } = await open(`/chat/ws?desde=${last?.seq}`);
    say({ id: 'mensaje-1', texto: 'hola' });
    await next('acuse');
    expect((await town.engine.repliesAfter(who, 0)).filter(({ seq }) => seq <= (last?.seq ?? 0))).toEqual([]);
  });

  it('is one of 20 messages in 10 s, counted with those that are posted', async () => {
    const { open, url, cookie, town } = await start();
    const { say, next } = await open();
    for (let n = 0; n < 19; n++) say({ id: `mensaje-${n}`, texto: `hola ${n}` });
    for (let n = 0; n < 19; n++) await next('acuse');
    const post = (id: string) =>
      fetch(`${url}/chat/mensajes`, {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/json' },
        body: JSON.stringify({ id, texto: 'hola' }),
      });
    expect((await post('mensaje-20')).status).toBe(202);
    expect((await post('mensaje-21')).status).toBe(429);
    say({ id: 'mensaje-22', texto: 'hola' });
    expect(await next('rechazo')).toMatchObject({ id: 'mensaje-22', estado: 429, segundos: 10 });
    expect(town.inbox.size()).toBe(20);
  });

  it.each([
    [{ id: 'mensaje-1', texto: ' ' }, 400, 'EMPTY_TEXT'],
    [{ id: 'mensaje-1', texto: { $gt: '' } }, 400, 'INVALID_INPUT'],
    [{ id: 'mensaje-1', texto: 'x', rol: 'admin' }, 400, 'INVALID_INPUT'],
    [{ id: { $ne: '' }, texto: 'x' }, 400, 'INVALID_INPUT'],
    [JSON.parse('{"id":"mensaje-1","texto":"x","__proto__":{"a":1}}') as object, 400, 'INVALID_INPUT'],
  ])('refuses %j in words and stores nothing', async (message, estado, codigo) => {
    const { open, town } = await start();
    const { socket, next } = await open();
    socket.send(JSON.stringify(message).replace('{', '{"tipo":"mensaje",'));
    const mensaje = town.deps.content().texts(`falla.${codigo}`);
    expect(await next('rechazo')).toMatchObject({ estado, mensaje });
    expect(town.inbox.size()).toBe(0);
  });

  it('says so when a message could not be stored, and stores it when it comes again', async () => {
    const { open, town } = await start();
    const { say, next } = await open();
    town.inbox.next.fail = true;
    say({ id: 'mensaje-1', texto: 'hola' });
    expect(await next('rechazo')).toMatchObject({ id: 'mensaje-1', estado: 503 });
    say({ id: 'mensaje-1', texto: 'hola' });
    expect(await next('acuse')).toMatchObject({ repetido: false });
  });

  it.each([
    ['no JSON', 'hola', 1008],
    ['another kind', '{"tipo":"otra","id":"mensaje-1"}', 1008],
    ['a list', '[1]', 1008],
    ['bytes', Buffer.from([1, 2, 3]), 1008],
    ['more than 1 MiB', 'a'.repeat(1_100_000), 1009],
  ])('is closed by %s', async (_what, data, code) => {
    const { open, town } = await start();
    const { socket, closed } = await open();
    socket.send(data);
    expect(await closed).toBe(code);
    expect(town.inbox.size()).toBe(0);
  });

  it.each([
    ['from another site', '/chat/ws', { Origin: 'https://otro.example.org' }, '403'],
    ['from a page that hides where it is', '/chat/ws', { Origin: 'null' }, '403'],
    ['from a frame of another site', '/chat/ws', { 'Sec-Fetch-Site': 'cross-site' }, '403'],
    ['without session', '/chat/ws', { Cookie: '' }, '401'],
    ['with a forged session', '/chat/ws', { Cookie: `chat_sesion=${'A'.repeat(43)}` }, '401'],
    ['of another path', '/otra', {}, '404'],
    ['of a path that begins the same', '/chat/ws/otra', {}, '404'],
  ])('%s is refused', async (_what, path, headers, status) => {
    const { open, address } = await start();
    await expect(open(path, headers)).rejects.toThrow(status);
    await expect(open('/chat/ws', { Origin: `http://${address}` })).resolves.toBeDefined();
  });

  it('is one of six connections of a session, and gives its place back', async () => {
    const { open } = await start();
    const clients = await Promise.all(Array.from({ length: 6 }, () => open()));
    await expect(open()).rejects.toThrow('429');
    clients[0]?.socket.terminate();
    let again: unknown;
    await until(() => {
      if (again === undefined) {
        again = null;
        open().then(
          (client) => (again = client),
          () => (again = undefined),
        );
      }
      return again !== undefined && again !== null;
    });
    expect(again).toBeDefined();
  });

  it('shows sign of life, and lets go of a browser that shows none', async () => {
    const { open, beats } = await start();
    const { socket, next, closed } = await open();
    let pinged = false;
    socket.once('ping', () => (pinged = true));
    beats[0]?.();
    await next('latido');
    await until(() => pinged);
    socket.pause();
    // The answer to the ping may be on its way: the second silence is certain.
    for (let n = 0; n < 3; n++) beats[0]?.();
    await until(() => beats.length === 0);
    socket.resume();
    expect(await closed).toBe(1006);
  });

  it('ends with its session', async () => {
    const { open, town } = await start();
    const { say, closed } = await open();
    town.clock.advance(30 * DAY);
    say({ id: 'mensaje-1', texto: 'hola' });
    expect(await closed).toBe(4401);
    expect(town.inbox.size()).toBe(0);
  });

  it('survives whatever bytes come instead of frames, and serves the next one', async () => {
    const { open, address, cookie } = await start();
    const [host = '', port = ''] = address.split(':');
    const key = randomBytes(16).toString('base64');
    for (let n = 0; n < 30; n++) {
      const raw = createConnection({ host, port: Number(port) });
      raw.on('error', () => {});
      raw.write(
        `GET /chat/ws HTTP/1.1\r\nHost: ${address}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      );
      await new Promise((resolve) => raw.once('data', resolve));
      const gone = new Promise((resolve) => raw.once('close', resolve));
      // An unmasked frame is never a browser's.
      raw.write(Buffer.concat([Buffer.from([0x81, 0x05]), randomBytes(64)]));
      raw.resume();
      await gone;
    }
    const { say, next } = await open();
    say({ id: 'mensaje-1', texto: 'hola' });
    expect((await next('acuse')).id).toBe('mensaje-1');
  });
});

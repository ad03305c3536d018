import { describe, expect, it } from '@jest/globals';
import { createChatClient } from '../../../../../bot/channels/web-chat/widget/chat-client';
import { bodyOf, fakeNet, json, type FakeNet } from './fake-net';
import { memoryStore } from './memory-store';
import { notes } from './notes';

async function started(net: FakeNet = fakeNet()) {
  const listener = notes();
  const client = createChatClient(net.ports, listener);
  client.start();
  await net.settle();
  const { seen } = listener;
  return { net, client, seen, clear: () => seen.splice(0) };
}

const bot = (seq: number, texto: string): string => `id: ${seq}\ndata: ${JSON.stringify({ seq, texto })}\n\n`;

describe('a first visit', () => {
  it('opens a session, brings the history and listens', async () => {
    const net = fakeNet();
    let open = false;
    net.on('/chat/sesion', () => {
      open = true;
      return new Response(null, { status: 204 });
    });
    net.on('/chat/historial', () => (open ? json(200, { mensajes: [] }) : json(401)));
    const { seen } = await started(net);
    expect(net.asked).toEqual(['/chat/historial', 'POST /chat/sesion', '/chat/historial', '/chat/eventos']);
    expect(seen).toEqual(['red conectando', 'historial', 'red conectado']);
  });
});

describe('what the assistant says', () => {
  it('is shown once, and after a cut it goes on from the last one', async () => {
    const { net, seen, clear } = await started();
    clear();
    net.emit(bot(1, 'uno') + bot(2, 'dos'));
    await net.settle();
    net.cutStream();
    await net.advance(600);
    expect(net.lastEventId()).toBe('2');
    net.emit(bot(2, 'dos') + bot(3, 'tres'));
    await net.settle();
    expect(seen).toEqual(['asistente uno', 'asistente dos', 'red conectado', 'asistente tres']);
  });

  it('starts after what the history showed', async () => {
    const net = fakeNet();
    net.on('/chat/historial', () => json(200, { mensajes: [{ de: 'asistente', seq: 7, texto: 'Hola' }] }));
    const { seen } = await started(net);
    expect(seen).toContain('historial Hola');
    expect(net.lastEventId()).toBe('7');
  });

  it('is announced while it is prepared', async () => {
    const { net, seen } = await started();
    net.emit('event: turno\ndata: inicio\n\n');
    await net.settle();
    expect(seen.at(-1)).toBe('escribiendo');
  });

  it('is looked for again when a connection is silent for a minute, and not when it speaks', async () => {
    const { net } = await started();
    await net.advance(59_000);
    net.emit(': sigo aquí\n\n');
    await net.advance(58_000);
    await net.advance(1_000);
    expect(net.asked.filter((path) => path === '/chat/eventos')).toHaveLength(1);
    await net.advance(2_000);
    await net.advance(600);
    expect(net.asked.filter((path) => path === '/chat/eventos')).toHaveLength(2);
  });
});

describe('what the person writes', () => {
  it('is shown at once and said to be sent when the server has it', async () => {
    const { net, client, seen, clear } = await started();
    clear();
    client.send({ texto: 'Radicar', opcion: 'opcion-1' });
    await net.settle();
    expect(seen).toEqual(['usted Radicar', 'Radicar pendiente', 'Radicar enviado', 'Radicar recibido']);
    expect(net.sent).toEqual([{ id: 'm1', texto: 'Radicar', opcion: 'opcion-1' }]);
  });

  it('waits without net, in order, and goes out with the same ids when it is back', async () => {
    const { net, client, seen } = await started();
    net.on('/chat/mensajes', () => {
      throw new TypeError('Failed to fetch');
    });
    client.send({ texto: 'uno' });
    client.send({ texto: 'dos' });
    await net.settle();
    expect(seen.at(-1)).toBe('red sin-conexion');
    net.on('/chat/mensajes', () => json(202));
    client.wake();
    await net.settle();
    expect(net.sent.map(({ id, texto }) => `${id} ${texto}`)).toEqual(['m1 uno', 'm1 uno', 'm2 dos']);
    expect(seen.slice(-3)).toEqual(['uno recibido', 'dos enviado', 'dos recibido']);
  });

  it('survives a closed browser', async () => {
    const store = memoryStore();
    const first = await started(fakeNet(store));
    first.net.on('/chat/mensajes', () => json(503));
    first.client.send({ texto: 'no se pierde' });
    await first.net.settle();
    first.client.stop();
    const second = await started(fakeNet(store));
    await second.net.settle();
    expect(second.net.sent.map(({ texto }) => texto)).toEqual(['no se pierde']);
    expect(second.seen).toContain('no se pierde recibido');
    expect(store.size).toBe(0);
  });

  it('is not sent again when the history has it: only its acknowledgement was lost', async () => {
    const store = memoryStore();
    const first = await started(fakeNet(store));
    first.net.on('/chat/mensajes', () => Promise.reject(new TypeError('cut')));
    first.client.send({ texto: 'ya llegó' });
    await first.net.settle();
    first.client.stop();
    const net = fakeNet(store);
    net.on('/chat/historial', () =>
      json(200, { mensajes: [{ de: 'ciudadano', id: 'm1', texto: 'ya llegó' }] }),
    );
    const { seen } = await started(net);
    expect(net.sent).toEqual([]);
    expect(seen).toContain('historial ya llegó');
  });

  it('waits what the server asks when there are too many, and is kept', async () => {
    const { net, client, seen } = await started();
    net.on('/chat/mensajes', () => json(429, {}, { 'Retry-After': '7' }));
    client.send({ texto: 'mucho' });
    await net.settle();
    expect(seen.at(-1)).toBe('espera 7');
    net.on('/chat/mensajes', () => json(202));
    await net.advance(6_999);
    expect(net.sent).toHaveLength(1);
    await net.advance(1);
    expect(seen.at(-1)).toBe('mucho recibido');
  });

  it('goes back to the person with the reason when it is refused, and the next one goes on', async () => {
    const { net, client, seen } = await started();
    net.on('/chat/mensajes', (init) =>
      bodyOf(init).includes('malo')
        ? json(413, { codigo: 'TOO_LARGE', mensaje: 'Es muy largo.' })
        : json(202),
    );
    client.send({ texto: 'malo' });
    client.send({ texto: 'bueno' });
    await net.settle();
    expect(seen).toContain('malo rechazado: Es muy largo.');
    expect(seen.at(-1)).toBe('bueno recibido');
  });

  it('is kept over an expired session: a new one is opened, the message sent again and the new conversation heard', async () => {
    const net = fakeNet();
    net.on('/chat/historial', () => json(200, { mensajes: [{ de: 'asistente', seq: 5, texto: 'antes' }] }));
    const { client, seen } = await started(net);
    expect(net.lastEventId()).toBe('5');
    let renewed = false;
    net.on('/chat/sesion', () => {
      renewed = true;
      return new Response(null, { status: 204 });
    });
    net.on('/chat/mensajes', () => json(renewed ? 202 : 401));
    client.send({ texto: 'sigo aquí' });
    await net.advance(600);
    expect(seen).toContain('sesión nueva');
    expect(seen).toContain('sigo aquí recibido');
    expect(net.sent.map(({ id }) => id)).toEqual(['m1', 'm1']);
    expect(net.lastEventId()).toBe('0');
    net.emit(bot(1, 'bienvenida'));
    await net.settle();
    expect(seen.at(-1)).toBe('asistente bienvenida');
  });

  it('asks for one session although the sender and the receiver miss it together', async () => {
    const { net, client } = await started();
    let renewed = false;
    let release = (): void => {};
    net.on('/chat/sesion', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      renewed = true;
      return new Response(null, { status: 204 });
    });
    net.on('/chat/mensajes', () => json(renewed ? 202 : 401));
    net.on('/chat/eventos', () => json(renewed ? 204 : 401));
    net.cutStream();
    client.send({ texto: 'hola' });
    await net.advance(600);
    release();
    await net.settle();
    expect(net.asked.filter((path) => path === 'POST /chat/sesion')).toHaveLength(1);
  });
});

describe('without connection', () => {
  it('tries again later and later, says so once it is news, and comes back', async () => {
    const net = fakeNet();
    const down = () => json(503);
    net.on('/chat/historial', down);
    const { seen } = await started(net);
    expect(seen).toEqual(['red conectando']);
    await net.advance(500);
    expect(seen.at(-1)).toBe('red sin-conexion');
    net.on('/chat/historial', () => json(200, { mensajes: [] }));
    await net.advance(999);
    expect(seen.at(-1)).toBe('red sin-conexion');
    await net.advance(1);
    expect(seen.at(-1)).toBe('red conectado');
  });
});

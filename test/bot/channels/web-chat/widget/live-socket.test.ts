import { describe, expect, it } from '@jest/globals';
import { createChatClient } from '../../../../../bot/channels/web-chat/widget/chat-client';
import type { FakeNet } from './fake-net';
import { fakeNet, json } from './fake-net';
import { notes } from './notes';

async function started(net: FakeNet = fakeNet()) {
  net.withSockets();
  const listener = notes();
  const client = createChatClient(net.ports, listener);
  client.start();
  await net.settle();
  return { net, client, seen: listener.seen, socket: () => net.sockets.at(-1)! };
}

/** With its socket open. */
async function connected(net?: FakeNet) {
  const all = await started(net);
  all.socket().open();
  await all.net.settle();
  return all;
}

const acuse = (id: string) => ({ tipo: 'acuse', id, repetido: false });
const said = (...seqs: readonly number[]) => ({
  tipo: 'respuestas',
  respuestas: seqs.map((seq) => ({ seq, texto: `r${seq}` })),
});

describe('the chat by socket', () => {
  it('sends by it, and says that a message is received only once it is acknowledged', async () => {
    const { net, client, seen, socket } = await connected();
    client.send({ texto: 'hola' });
    await net.settle();
    expect(socket().sent).toEqual([{ tipo: 'mensaje', id: 'm1', texto: 'hola' }]);
    expect(seen.at(-1)).toBe('hola enviado');
    socket().emit(acuse('m1'));
    await net.settle();
    expect(seen.at(-1)).toBe('hola recibido');
    expect(net.asked).toEqual(['/chat/historial']);
  });

  it('shows what one turn said as one answer, each reply once', async () => {
    const { net, seen, socket } = await connected();
    socket().emit({ tipo: 'turno' });
    socket().emit(said(1, 2));
    socket().emit(said(2, 3));
    socket().emit('esto no es de nadie');
    await net.settle();
    expect(seen.slice(-4)).toEqual(['escribiendo', 'asistente r1', 'asistente r2', 'asistente r3']);
  });

  it('comes back after a cut to where it was', async () => {
    const { net, seen, socket } = await connected();
    socket().emit(said(1, 2));
    socket().cut();
    await net.advance(600);
    expect(net.sockets).toHaveLength(2);
    expect(socket().path).toBe('/chat/ws?desde=2');
    socket().open();
    await net.settle();
    socket().emit(said(3));
    expect(seen.slice(-2)).toEqual(['red conectado', 'asistente r3']);
  });

  it('sends again, by the other way and under the same id, what a cut left without acknowledgement', async () => {
    const { net, client, seen, socket } = await connected();
    client.send({ texto: 'hola' });
    await net.settle();
    socket().cut();
    await net.settle();
    expect(net.sent).toEqual([{ id: 'm1', texto: 'hola' }]);
    expect(seen.filter((one) => one === 'hola recibido')).toHaveLength(1);
  });

  it('does the same when the socket keeps silent', async () => {
    const { net, client } = await connected();
    client.send({ texto: 'hola' });
    await net.advance(9_999);
    expect(net.sent).toEqual([]);
    await net.advance(1);
    expect(net.sent).toEqual([{ id: 'm1', texto: 'hola' }]);
  });

  it('waits what the server asks, and gives back what it refuses', async () => {
    const { net, client, seen, socket } = await connected();
    client.send({ texto: 'mucho' });
    await net.settle();
    socket().emit({ tipo: 'rechazo', id: 'm1', estado: 429, segundos: 7, mensaje: '' });
    await net.settle();
    expect(seen.at(-1)).toBe('espera 7');
    await net.advance(7_000);
    expect(socket().sent.map(({ id }) => id)).toEqual(['m1', 'm1']);
    socket().emit({ tipo: 'rechazo', id: 'm1', estado: 413, mensaje: 'Es muy largo.' });
    await net.settle();
    expect(seen.at(-1)).toBe('mucho rechazado: Es muy largo.');
  });

  it('takes a minute of silence for a dead socket, and a beat for a live one', async () => {
    const { net, socket } = await connected();
    await net.advance(59_000);
    socket().emit({ tipo: 'latido' });
    await net.advance(59_000);
    expect(net.sockets).toHaveLength(1);
    await net.advance(1_000);
    await net.advance(600);
    expect(net.sockets).toHaveLength(2);
  });
});

describe('where sockets do not pass', () => {
  it('listens to events at once when it is refused, and after two refusals asks no more', async () => {
    const { net, seen, socket } = await started();
    socket().cut();
    await net.settle();
    expect(net.asked).toEqual(['/chat/historial', '/chat/eventos']);
    expect(seen.at(-1)).toBe('red conectado');
    net.cutStream();
    await net.advance(600);
    socket().cut();
    await net.settle();
    net.cutStream();
    await net.advance(600);
    expect(net.sockets).toHaveLength(2);
    expect(net.asked.filter((path) => path === '/chat/eventos')).toHaveLength(3);
  });

  it('waits four seconds for one that does not answer, and then listens to events', async () => {
    const { net } = await started();
    await net.advance(3_999);
    expect(net.asked).not.toContain('/chat/eventos');
    await net.advance(1);
    expect(net.asked).toContain('/chat/eventos');
  });

  it('does not blame the socket for a server that is down', async () => {
    const net = fakeNet();
    const { socket } = await connected(net);
    net.on('/chat/eventos', () => json(503));
    for (let n = 0; n < 5; n++) {
      socket().cut();
      await net.advance(30_000);
    }
    expect(net.sockets).toHaveLength(6);
    socket().open();
    await net.settle();
    expect(net.asked.at(-1)).toBe('/chat/eventos');
  });

  it('opens no session after another when the browser keeps none, and says so', async () => {
    const net = fakeNet();
    net.on('/chat/historial', () => json(401));
    const { seen } = await started(net);
    await net.advance(60_000);
    await net.advance(60_000);
    expect(net.asked.filter((path) => path === 'POST /chat/sesion')).toHaveLength(1);
    expect(seen.filter((one) => one === 'sin sesión')).toHaveLength(1);
  });
});

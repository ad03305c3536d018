import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { chatTown } from '../../../fakes/chat-town';
import { openBrowser } from '../../../fakes/web-chat-app';
import { webChatServer } from '../../../fakes/web-chat-server';

const MIB = 1024 * 1024;

let running: Awaited<ReturnType<typeof webChatServer>> | undefined;
afterEach(() => running?.close());

async function start() {
  running = await webChatServer(chatTown());
  const { url, cookie } = running;
  const upload = (
    nombre: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) =>
    fetch(`${url}/chat/archivos?nombre=${encodeURIComponent(nombre)}`, {
      method: 'POST',
      headers: { Cookie: cookie, ...headers },
      body,
    });
  const send = (message: object, as = cookie) =>
    fetch(`${url}/chat/mensajes`, {
      method: 'POST',
      headers: { Cookie: as, 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
    });
  const receiptOf = async (nombre: string) =>
    ((await (await upload(nombre, 'contenido')).json()) as { recibo: string }).recibo;
  const accepted: unknown[] = [];
  const { inbox } = running.town;
  const accept = inbox.accept.bind(inbox);
  inbox.accept = (message) => {
    accepted.push(message);
    return accept(message);
  };
  return { ...running, upload, send, receiptOf, accepted };
}

describe('a file for the chat', () => {
  it('is received with a receipt that the message carries', async () => {
    const { upload, send, town, url, cookie } = await start();
    const response = await upload('foto ñ.jpg', 'contenido');
    expect(response.status).toBe(201);
    const { recibo, ...rest } = (await response.json()) as { recibo: string };
    expect(rest).toEqual({ nombre: 'foto ñ.jpg', bytes: 9 });
    const message = { id: 'mensaje-1', anexos: [{ recibo, nombre: 'foto ñ.jpg' }] };
    expect((await send(message)).status).toBe(202);
    await town.engine.idle();
    const history = await fetch(`${url}/chat/historial`, { headers: { Cookie: cookie } });
    expect(await history.json()).toMatchObject({
      mensajes: expect.arrayContaining([
        expect.objectContaining({ de: 'ciudadano', texto: '', archivos: ['foto ñ.jpg'] }),
      ]),
    });
    expect((await send(message)).status).toBe(200);
  });

  it.each([
    ['nada.txt', new Uint8Array(0), 'VACIO'],
    ['factura.pdf', 'MZ programa', 'TIPO_NO_ADMITIDO'],
    ['enorme.bin', new Uint8Array(26 * MIB), 'MUY_GRANDE'],
  ])('%s is not received, and is told why', async (nombre, body, motivo) => {
    const { upload } = await start();
    const response = await upload(nombre, body);
    expect([response.status, await response.json()]).toEqual([422, { nombre, motivo }]);
  });

  it('that is cut half-way is not received and the server goes on', async () => {
    const { address, cookie, upload } = await start();
    const [host, port] = address.split(':');
    const cut = httpRequest({
      host,
      port,
      method: 'POST',
      path: '/chat/archivos?nombre=a.txt',
      headers: { Cookie: cookie, 'Content-Length': '1000' },
    });
    cut.on('error', () => {});
    cut.write('la mitad');
    await new Promise((resolve) => cut.once('socket', (socket) => socket.once('ready', resolve)));
    const closed = new Promise((resolve) => cut.once('close', resolve));
    cut.destroy();
    await closed;
    expect((await upload('b.txt', 'entero')).status).toBe(201);
  });

  it.each([
    ['without name', '', {}, 400],
    ['without session', 'a.txt', { Cookie: '' }, 401],
    ['from another site', 'a.txt', { Origin: 'https://otro.example.org' }, 403],
  ])('%s is refused', async (_what, nombre, headers, status) => {
    const { upload } = await start();
    expect((await upload(nombre, 'contenido', headers)).status).toBe(status);
  });

  it('is one of 20 in a minute', async () => {
    const { upload } = await start();
    for (let n = 0; n < 20; n++) expect((await upload(`${n}.txt`, 'x')).status).toBe(201);
    const refused = await upload('21.txt', 'x');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
  });
});

describe('a message with files', () => {
  it('never stops because of one whose receipt is of another conversation: that file is not received', async () => {
    const { receiptOf, send, app, accepted } = await start();
    const recibo = await receiptOf('mía.jpg');
    const other = await openBrowser(app);
    const sent = { id: 'mensaje-1', texto: 'mire', anexos: [{ recibo, nombre: 'mía.jpg' }] };
    expect((await send(sent, other)).status).toBe(202);
    expect(accepted).toEqual([
      expect.objectContaining({ anexos: [], noRecibidos: [{ nombre: 'mía.jpg', motivo: 'INCOMPLETO' }] }),
    ]);
  });

  it('carries those that were not received, with why', async () => {
    const { send, accepted } = await start();
    const noRecibidos = [{ nombre: 'virus.exe', motivo: 'TIPO_NO_ADMITIDO' }];
    expect((await send({ id: 'mensaje-1', texto: 'mire', noRecibidos })).status).toBe(202);
    expect(accepted).toEqual([expect.objectContaining({ anexos: [], noRecibidos })]);
  });

  it.each([
    ['eleven files', { anexos: Array(11).fill({ recibo: 'x', nombre: 'x' }) }],
    ['a reason nobody knows', { noRecibidos: [{ nombre: 'x', motivo: 'OTRO' }] }],
    ['a receipt that is not text', { anexos: [{ recibo: { $ne: '' }, nombre: 'x' }] }],
  ])('with %s is refused', async (_what, files) => {
    const { send, town } = await start();
    expect((await send({ id: 'mensaje-1', texto: 'mire', ...files })).status).toBe(400);
    expect(town.inbox.size()).toBe(0);
  });
});

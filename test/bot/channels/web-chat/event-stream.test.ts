import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createEventParser, type ServerEvent } from '../../../../bot/channels/web-chat/widget/event-parser';
import { parseBotMessage } from '../../../../bot/channels/web-chat/widget/protocol';
import { chatTown } from '../../../fakes/chat-town';
import { openBrowser, webChatApp } from '../../../fakes/web-chat-app';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function start() {
  const town = chatTown();
  const web = webChatApp(town);
  const cookie = await openBrowser(web.app);
  const listening = createServer(web.app).listen(0, '127.0.0.1');
  server = listening;
  await new Promise((done) => listening.once('listening', done));
  const { port } = listening.address() as AddressInfo;
  const conversacion = web.sesiones.all[0]?.conversacion ?? '';
  const who = { canal: 'WEB_CHAT', conversacion } as const;
  const open = async (path = '/chat/eventos', headers: Record<string, string> = {}) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path, headers: { Cookie: cookie, ...headers } }, resolve).on(
        'error',
        reject,
      );
    });
    return { response, next: reader(response) };
  };
  return { town, who, open, beats: web.beats };
}

/** Reads events one by one, in whatever pieces they come. */
function reader(response: IncomingMessage): () => Promise<ServerEvent> {
  const parse = createEventParser();
  const ready: ServerEvent[] = [];
  const waiting: ((event: ServerEvent) => void)[] = [];
  response.setEncoding('utf8').on('data', (piece: string) => {
    for (const event of parse(piece)) {
      const first = waiting.shift();
      if (first) first(event);
      else ready.push(event);
    }
  });
  response.on('error', () => {});
  return () => {
    const event = ready.shift();
    return event ? Promise.resolve(event) : new Promise((resolve) => waiting.push(resolve));
  };
}

const messageIn = ({ data }: ServerEvent) => parseBotMessage(JSON.parse(data) as unknown);

describe('the events of the web chat', () => {
  it('tell that a turn began and then what was said, as the browser reads it', async () => {
    const { town, who, open } = await start();
    const { response, next } = await open();
    expect(response.headers['content-type']).toContain('text/event-stream');
    expect(messageIn(await next())).toMatchObject({
      seq: 1,
      texto: expect.stringContaining('¿Qué necesita?'),
    });
    await town.engine.accept(town.messageOf('hola', who));
    expect((await next()).event).toBe('turno');
    expect(messageIn(await next())).toMatchObject({
      seq: 2,
      texto: expect.stringContaining('¿Qué necesita?'),
    });
  });

  it('go on from where the browser was, by header or by address', async () => {
    const { town, who, open } = await start();
    await town.send('Hay un hueco en la calle', who);
    await town.send('Calle 5', who);
    const byHeader = await open('/chat/eventos', { 'Last-Event-ID': '1' });
    expect(messageIn(await byHeader.next())?.seq).toBe(2);
    expect(messageIn(await byHeader.next())?.seq).toBe(3);
    const byAddress = await open('/chat/eventos?desde=2');
    expect(messageIn(await byAddress.next())?.seq).toBe(3);
    const odd = await open('/chat/eventos?desde=$ne');
    expect(messageIn(await odd.next())?.seq).toBe(1);
  });

  it('come once and in order however many turns there are', async () => {
    const { town, who, open } = await start();
    const { next } = await open();
    for (const texto of ['Hay un hueco en la calle', 'Calle 5', '1', 'Ana']) {
      await town.engine.accept(town.messageOf(texto, who));
    }
    const seqs: (number | undefined)[] = [];
    while (seqs.length < 5) {
      const event = await next();
      if (event.event === 'message') seqs.push(messageIn(event)?.seq);
    }
    expect(seqs).toEqual([1, 2, 3, 4, 5]);
  });

  it('show sign of life, and stop when the browser goes', async () => {
    const { open, beats } = await start();
    const { response, next } = await open();
    await next();
    const piece = new Promise((resolve) => response.once('data', resolve));
    beats[0]?.();
    expect(String(await piece)).toMatch(/^: /);
    response.destroy();
    while (beats.length > 0) await new Promise((turn) => setImmediate(turn));
    expect(beats).toEqual([]);
  });

  it('are at most six streams of one browser', async () => {
    const { open } = await start();
    for (let i = 0; i < 6; i++) expect((await open()).response.statusCode).toBe(200);
    expect((await open()).response.statusCode).toBe(429);
  });

  it('that the browser has are gone for good when they told of something anonymous', async () => {
    const { town, who, open } = await start();
    for (const texto of ['Hay un hueco en la calle', 'Calle 5', '2', 'sí']) await town.send(texto, who);
    const [last] = (await town.engine.repliesAfter(who, 0)).slice(-1);
    expect(last?.texto).toContain('Radicado');
    await open('/chat/eventos', { 'Last-Event-ID': String(last?.seq) });
    expect(await town.engine.repliesAfter(who, 0)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WebSocket, WebSocketServer } from 'ws';
import { latencies, percentile, row, type Row } from './row';
import { startOnce, stop } from './start.bench';

const CHATS = 100;
const ROUNDS = 6;
/** From one message of a person to the next, in milliseconds: 20 messages a second in all. */
const PAUSE_MS = 5_000;

const LINES = [
  'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
  'si',
  'barrio san jorge, calle 5 con 4',
  '1',
  'me llamo maria lopez',
  'seguir sin documento',
  'maria@correo.com',
  'enviar',
];

interface Chat {
  readonly socket: WebSocket;
  /** The first answer, which nobody asked for. */
  readonly greeting: Promise<void>;
  /** Sends and waits for what `answers` takes for the answer; in milliseconds. */
  readonly round: (message: string) => Promise<number>;
}

async function open(url: string, cookie: string, answers: (data: string) => boolean): Promise<Chat> {
  const socket = new WebSocket(url, { headers: { cookie } });
  let heard = (): void => {};
  const greeting = new Promise<void>((resolve) => (heard = resolve));
  socket.on('message', (data: Buffer) => answers(data.toString()) && heard());
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    socket,
    greeting,
    round(message) {
      const began = performance.now();
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('no answer in a minute')), 60_000);
        heard = () => {
          clearTimeout(late);
          resolve(performance.now() - began);
        };
        socket.send(message);
      });
    },
  };
}

/** `ROUNDS` messages of each chat, all of them talking at once at the pace of a person in a hurry. */
async function talk(
  chats: readonly Chat[],
  messageOf: (chat: number, round: number) => string,
): Promise<number[]> {
  const samples: number[] = [];
  await Promise.all(
    chats.map(async ({ round }, chat) => {
      // Not all in the same instant: people do not.
      await new Promise((resolve) => setTimeout(resolve, (PAUSE_MS * chat) / chats.length));
      for (let n = 0; n < ROUNDS; n++) {
        const took = await round(messageOf(chat, n));
        samples.push(took);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, PAUSE_MS - took)));
      }
    }),
  );
  for (const { socket } of chats) socket.terminate();
  return samples;
}

const openAll = (make: (chat: number) => Promise<Chat>) =>
  Promise.all(Array.from({ length: CHATS }, (_, chat) => make(chat)));

/** `ws` alone: what a round trip costs without us. */
async function echo(): Promise<number[]> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => socket.on('message', (data: Buffer) => socket.send(data.toString())));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const chats = await openAll(() => open(`ws://127.0.0.1:${port}`, '', () => true));
  const samples = await talk(chats, (_chat, n) => JSON.stringify({ texto: LINES[n % LINES.length] }));
  server.close();
  return samples;
}

/** Whole turns: stored, acknowledged, played and answered. */
async function turns(address: string): Promise<{ answers: number[]; acks: number[] }> {
  const acks: number[] = [];
  const began: number[] = [];
  const chats = await openAll(async (chat) => {
    const response = await fetch(`http://${address}/chat/sesion`, {
      method: 'POST',
      // Each from a home of its own: one address opens 60 sessions a minute.
      headers: { 'X-Forwarded-For': `10.0.0.${chat + 1}` },
    });
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const one = await open(`ws://${address}/chat/ws`, cookie, (data) => {
      if (data.includes('"tipo":"acuse"')) acks.push(performance.now() - (began[chat] ?? 0));
      if (data.includes('"tipo":"rechazo"')) throw new Error(data);
      return data.includes('"tipo":"respuestas"');
    });
    // The greeting is already said.
    await one.greeting;
    return one;
  });
  const answers = await talk(chats, (chat, n) => {
    began[chat] = performance.now();
    return JSON.stringify({ tipo: 'mensaje', id: `banco-${chat}-${n}`, texto: LINES[n % LINES.length] });
  });
  return { answers, acks };
}

const weight = (name: string) => gzipSync(readFileSync(join(__dirname, name)), { level: 9 }).length;

/**
 * Round trip of a message over a web socket on loopback with 100 chats open and talking, beside `ws` alone in the same
 * run; and what the scripts weigh. Each text is answered by the product as it runs, but it does not wait for more text.
 */
export async function chatWebBench(dir: string): Promise<Row[]> {
  const before = await echo();
  const { child, port } = await startOnce(join(dir, 'datos'), { ESPERA_MS: '0', TRUST_PROXY: '1' });
  try {
    const { answers, acks } = await turns(`127.0.0.1:${port}`);
    const after = await echo();
    const name = `chat por socket, ${CHATS} abiertos`;
    const ceiling = percentile(before, 0.95) < percentile(after, 0.95) ? before : after;
    return [
      ...latencies(`ws solo, eco, ${CHATS} abiertos`, ceiling),
      ...latencies(`${name}, recibido`, acks),
      ...latencies(`${name}, respuesta`, answers),
      row(`${name}, turnos`, answers.length, ''),
      row('chat.js, comprimido', weight('chat.js'), 'bytes'),
      row('conversacion.js, comprimido', weight('conversacion.js'), 'bytes'),
    ];
  } finally {
    await stop(child);
  }
}

import type { ClientPorts, SocketPort } from '../../../../../bot/channels/web-chat/widget/client-ports';
import { memoryStore } from './memory-store';

type Answer = (init: RequestInit) => Response | Promise<Response>;

/** A browser whose net and time are moved by hand. */
export interface FakeNet {
  readonly ports: ClientPorts;
  /** Paths asked for, in order, with the method when it is not GET. */
  readonly asked: string[];
  /** Bodies of the messages sent, acknowledged or not. */
  readonly sent: { id: string; texto: string; opcion?: string }[];
  /** Answers each request of a path from now on. */
  on(path: string, answer: Answer): void;
  /** Writes to the open stream of events; false when none is open. */
  emit(text: string): boolean;
  cutStream(): void;
  /** The header with which the stream was last asked for. */
  lastEventId(): string | null;
  /** From now on sockets open; each is kept here, newest last. Without it there are none. */
  withSockets(): void;
  readonly sockets: readonly FakeSocket[];
  /** Runs what is due after this many milliseconds, and lets promises settle. */
  advance(milliseconds: number): Promise<void>;
  settle(): Promise<void>;
}

/** A socket whose server end is moved by hand. */
export interface FakeSocket extends SocketPort {
  readonly path: string;
  /** What was sent by it, parsed. */
  readonly sent: { id: string; texto: string }[];
  open(): void;
  emit(frame: object | string): void;
  /** The server ends it, or the net. */
  cut(): void;
}

function fakeSocket(path: string): FakeSocket {
  const sent: FakeSocket['sent'] = [];
  const socket: FakeSocket = {
    path,
    sent,
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data) => void sent.push(JSON.parse(data as string) as FakeSocket['sent'][number]),
    close: () => socket.cut(),
    open: () => socket.onopen?.call(socket as unknown as WebSocket, new Event('open')),
    emit(frame) {
      const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
      socket.onmessage?.call(socket as unknown as WebSocket, new MessageEvent('message', { data }));
    },
    cut: () => socket.onclose?.call(socket as unknown as WebSocket, new Event('close') as CloseEvent),
  };
  return socket;
}

export const json = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

/** What a request carries, as text. */
export const bodyOf = ({ body }: RequestInit): string => (typeof body === 'string' ? body : '');

export function fakeNet(store = memoryStore()): FakeNet {
  const asked: string[] = [];
  const sent: FakeNet['sent'] = [];
  const sockets: FakeSocket[] = [];
  let hasSockets = false;
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  let lastId: string | null = null;
  let now = 0;
  let ids = 0;
  const tasks = new Set<{ readonly at: number; readonly run: () => void }>();

  const openStream: Answer = ({ signal, headers }) => {
    lastId = new Headers(headers).get('Last-Event-ID');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        stream = controller;
        signal?.addEventListener('abort', () => {
          controller.error(new Error('aborted'));
          if (stream === controller) stream = undefined;
        });
      },
    });
    return new Response(body, { status: 200 });
  };

  const answers = new Map<string, Answer>([
    ['/chat/sesion', () => new Response(null, { status: 204 })],
    ['/chat/historial', () => json(200, { mensajes: [] })],
    ['/chat/mensajes', () => json(202)],
    ['/chat/eventos', openStream],
  ]);

  // A real timer of zero lets every promise already settled run.
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    asked,
    sent,
    sockets,
    withSockets: () => void (hasSockets = true),
    on: (path, answer) => void answers.set(path, answer),
    emit(text) {
      stream?.enqueue(new TextEncoder().encode(text));
      return stream !== undefined;
    },
    cutStream() {
      stream?.error(new Error('cut'));
      stream = undefined;
    },
    lastEventId: () => lastId,
    settle,
    async advance(milliseconds) {
      await settle();
      now += milliseconds;
      for (const task of [...tasks].toSorted((a, b) => a.at - b.at)) {
        if (task.at > now || !tasks.delete(task)) continue;
        task.run();
        await settle();
      }
    },
    ports: {
      store,
      isFramed: false,
      openSocket(path) {
        if (!hasSockets) throw new Error('no sockets here');
        const socket = fakeSocket(path);
        sockets.push(socket);
        return socket;
      },
      upload: () => Promise.reject(new Error('no uploads here')),
      random: () => 0,
      now: () => new Date('2026-11-24T14:00:00Z'),
      newId: () => `m${++ids}`,
      schedule(delay, run) {
        const task = { at: now + delay, run };
        tasks.add(task);
        return () => tasks.delete(task);
      },
      async fetch(path, init = {}) {
        asked.push(init.method ? `${init.method} ${path}` : path);
        if (path === '/chat/mensajes') sent.push(JSON.parse(bodyOf(init)));
        const answer = answers.get(path);
        if (!answer) throw new Error(`no answer for ${path}`);
        return answer(init);
      },
    },
  };
}

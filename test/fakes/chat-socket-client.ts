import { WebSocket } from 'ws';

/** What the server says over the socket. */
export interface Frame {
  readonly tipo: string;
  readonly id?: string;
  readonly repetido?: boolean;
  readonly estado?: number;
  readonly mensaje?: string;
  readonly segundos?: number;
  readonly respuestas?: readonly {
    readonly seq: number;
    readonly texto: string;
    readonly enlaces: readonly { readonly url: string }[];
  }[];
}

/** A browser's end of the chat's socket, frame by frame. */
export interface SocketClient {
  readonly socket: WebSocket;
  /** The next frame of one of these kinds; those of others are dropped. */
  readonly next: (...kinds: readonly string[]) => Promise<Frame>;
  readonly say: (message: object) => void;
  readonly closed: Promise<number>;
}

/** Opens it; rejects with the HTTP status when the server refuses. */
export function openSocket(url: string, headers: Record<string, string> = {}): Promise<SocketClient> {
  const socket = new WebSocket(url, { headers });
  const ready: Frame[] = [];
  let waiting: (() => void) | undefined;
  socket.on('message', (data: Buffer) => {
    ready.push(JSON.parse(data.toString()) as Frame);
    waiting?.();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const next: SocketClient['next'] = async (...kinds) => {
    for (;;) {
      const frame = ready.shift();
      if (frame && kinds.includes(frame.tipo)) return frame;
      if (!frame) await new Promise<void>((resolve) => (waiting = resolve));
    }
  };
  const say = (message: object) => socket.send(JSON.stringify({ tipo: 'mensaje', ...message }));
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve({ socket, next, say, closed }));
    socket.on('unexpected-response', (_req, res) => {
      reject(new Error(String(res.statusCode)));
      socket.terminate();
    });
    socket.on('error', reject);
  });
}

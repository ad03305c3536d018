import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { HTTP_STATUS, type FailureCode } from '../../../api/base/kernel/failures';
import type { OpenConnections } from './open-connections';
import { isSameOrigin } from './same-origin';
import { tokenIn } from './sesion-cookie';
import { sesionOf } from './sesiones-chat';
import { converse } from './socket-conversation';
import { MAX_MESSAGE_BYTES, type ChatDeps } from './web-chat-deps';

export const SOCKET_PATH = '/chat/ws';

/** The door of the chat's sockets. */
export interface ChatSocket {
  /** For the server's `upgrade`: what is not for `/chat/ws` is refused, for nothing else here is upgraded. */
  readonly upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Says goodbye to every browser (1001): they come back to whoever serves next. */
  readonly close: () => void;
}

/**
 * `GET /chat/ws?desde=N` as a web socket, with the session's cookie and from a page of ours: 403, 401, 404, and 429 past
 * six connections of one session. What travels then: `socket-conversation.ts`.
 */
export function createChatSocket(deps: ChatDeps, connections: OpenConnections): ChatSocket {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const enter = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (!isSameOrigin(req.headers, deps.publicUrl)) return refuse(socket, 'FORBIDDEN');
    const sesion = await sesionOf(deps.sesiones, deps.clock, tokenIn(req.headers));
    if (!sesion) return refuse(socket, 'SESSION_EXPIRED');
    const leave = connections.take(sesion.id);
    if (!leave) return refuse(socket, 'TOO_MANY_REQUESTS');
    socket.once('close', leave);
    server.handleUpgrade(req, socket, head, (client) => {
      client.on('error', () => client.terminate());
      converse(deps, sesion, desdeOf(req), client).catch((cause: unknown) => {
        deps.logger.error('web-chat.socket', {}, cause);
        client.terminate();
      });
    });
    return undefined;
  };
  return {
    upgrade(req, socket, head) {
      // A browser that goes while it is being received is no news.
      socket.on('error', () => socket.destroy());
      if (addressOf(req)?.pathname !== SOCKET_PATH) {
        refuse(socket, 'NOT_FOUND');
        return;
      }
      enter(req, socket, head).catch((cause: unknown) => {
        deps.logger.error('web-chat.socket', {}, cause);
        refuse(socket, 'INTERNAL');
      });
    },
    close() {
      for (const client of server.clients) client.close(1001);
    },
  };
}

const addressOf = ({ url = '' }: IncomingMessage): URL | undefined =>
  URL.canParse(url, 'http://chat') ? new URL(url, 'http://chat') : undefined;

/** The last reply that the browser has. */
function desdeOf(req: IncomingMessage): number {
  const given = addressOf(req)?.searchParams.get('desde') ?? '';
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}

function refuse(socket: Duplex, code: FailureCode): void {
  const status = HTTP_STATUS[code];
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

import { Router, type Request, type Response } from 'express';
import type { HistoryLine } from '../channel';
import { externalIdOf } from './chat-message';
import { createChatSocket, type ChatSocket } from './chat-socket';
import { streamReplies } from './event-stream';
import { createOpenConnections, type OpenConnections } from './open-connections';
import { receiveUpload } from './post-file';
import { admit, receiveMessage } from './post-message';
import type { SesionChat } from './sesiones-chat';
import { MAX_CONNECTIONS, type ChatDeps, type HttpSide, type WebChatDeps } from './web-chat-deps';
import { giveSesion, sesionIn, withSesion } from './with-sesion';

/** The two doors of the web chat, which share what they count. */
export interface WebChat {
  readonly routes: (http: HttpSide) => Router;
  readonly socket: ChatSocket;
}

export function createWebChat(deps: ChatDeps): WebChat {
  const connections = createOpenConnections(MAX_CONNECTIONS);
  return {
    routes: (http) => createRoutes({ ...deps, ...http }, connections),
    socket: createChatSocket(deps, connections),
  };
}

/**
 * The server side of the web chat:
 * - `POST /chat/sesion`: 204 and a cookie; `?marco=1` from a page inside another.
 * - `POST /chat/mensajes` {id, texto, opcion?, anexos?, noRecibidos?}: 202 stored, 200 repeated, 422 the same id with
 *   another body, 429 with Retry-After and nothing stored, 400, 401, 403, 413.
 * - `POST /chat/archivos?nombre=…` the file as body: 201 {recibo, nombre, bytes}, 422 {nombre, motivo}.
 * - `GET /chat/eventos`: server-sent events, from `Last-Event-ID` or `?desde=`.
 * - `GET /chat/historial`: {mensajes} of both sides, oldest first.
 * - `GET /chat/ws?desde=`: messages and replies over one web socket.
 */
function createRoutes(deps: WebChatDeps, connections: OpenConnections): Router {
  const routes = Router();
  const known = withSesion(deps);
  routes.use('/chat', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  routes.post('/chat/sesion', ...(deps.beforeSesion ?? []), giveSesion(deps));
  routes.post('/chat/mensajes', known, admit(deps, deps.limit), deps.json, receiveMessage(deps));
  routes.post('/chat/archivos', known, admit(deps, deps.fileLimit), receiveUpload(deps));
  routes.get('/chat/eventos', known, streamReplies(deps, connections));
  routes.get('/chat/historial', known, async (_req: Request, res: Response) => {
    const sesion = sesionIn(res);
    const lines = await deps.chat.history({ canal: 'WEB_CHAT', conversacion: sesion.conversacion });
    res.json({ mensajes: lines.map((line) => lineFor(sesion, line)) });
  });
  return routes;
}

/** With the id that the browser gave. */
const lineFor = (sesion: SesionChat, line: HistoryLine): HistoryLine =>
  line.de === 'ciudadano' ? { ...line, id: line.id.slice(externalIdOf(sesion, '').length) } : line;

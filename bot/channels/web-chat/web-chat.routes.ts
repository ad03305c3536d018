import { Router, type Request, type Response } from 'express';
import type { HistoryLine } from '../channel';
import { streamReplies } from './event-stream';
import { admitMessage, externalIdOf, receiveMessage } from './post-message';
import type { SesionChat } from './sesiones-chat';
import type { WebChatDeps } from './web-chat-deps';
import { giveSesion, sesionIn, withSesion } from './with-sesion';

/**
 * The server side of the web chat:
 * - `POST /chat/sesion`: 204 and a cookie.
 * - `POST /chat/mensajes` {id, texto, opcion?}: 202 stored, 200 repeated, 422 the same id with another body, 429 with
 *   Retry-After and nothing stored, 400, 401, 403, 413.
 * - `GET /chat/eventos`: server-sent events, from `Last-Event-ID` or `?desde=`.
 * - `GET /chat/historial`: {mensajes} of both sides, oldest first.
 */
export function createWebChatRoutes(deps: WebChatDeps): Router {
  const router = Router();
  const known = withSesion(deps);
  router.use('/chat', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.post('/chat/sesion', ...(deps.beforeSesion ?? []), giveSesion(deps));
  router.post('/chat/mensajes', known, admitMessage(deps), deps.json, receiveMessage(deps));
  router.get('/chat/eventos', known, streamReplies(deps));
  router.get('/chat/historial', known, async (_req: Request, res: Response) => {
    const sesion = sesionIn(res);
    const lines = await deps.chat.history({ canal: 'WEB_CHAT', conversacion: sesion.conversacion });
    res.json({ mensajes: lines.map((line) => lineFor(sesion, line)) });
  });
  return router;
}

/** With the id that the browser gave. */
const lineFor = (sesion: SesionChat, line: HistoryLine): HistoryLine =>
  line.de === 'ciudadano' ? { ...line, id: line.id.slice(externalIdOf(sesion, '').length) } : line;

import type { Request, Response } from 'express';
import { failure } from '../../../api/base/kernel/failures';
import type { Interlocutor, Reply } from '../channel';
import { followReplies } from './follow-replies';
import type { OpenConnections } from './open-connections';
import { forBrowser } from './reply-for-browser';
import { HEARTBEAT_MS, type WebChatDeps } from './web-chat-deps';
import { sesionIn } from './with-sesion';

/** Where the browser is: the last reply it has, by `Last-Event-ID` or `?desde=`. */
function lastSeenIn(req: Request): number {
  const query = req.query['desde'];
  const given = req.get('Last-Event-ID') ?? (typeof query === 'string' ? query : '');
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}

/** Replies as server-sent events, from where the browser was, as they are said. */
export function streamReplies(deps: WebChatDeps, connections: OpenConnections) {
  return async (req: Request, res: Response): Promise<void> => {
    const { id, conversacion } = sesionIn(res);
    const leave = connections.take(id);
    if (!leave) return deps.fail(req, res, failure('TOO_MANY_REQUESTS', { segundos: 10 }));
    res.on('close', leave);
    const who: Interlocutor = { canal: 'WEB_CHAT', conversacion };
    const seen = lastSeenIn(req);
    if (seen > 0) await deps.chat.delivered(who, seen);
    if (!res.writableEnded && !res.destroyed) stream(deps, who, seen, res);
    return undefined;
  };
}

function stream({ chat, every, logger }: WebChatDeps, who: Interlocutor, seen: number, res: Response): void {
  res.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  res.setHeader('Cache-Control', 'no-store');
  // Nginx would keep the events to itself until it had many.
  res.setHeader('X-Accel-Buffering', 'no');
  res.flushHeaders();
  const silence = followReplies(chat, who, seen, {
    turn: () => res.write('event: turno\ndata: {}\n\n'),
    // In one piece: what one turn says is heard as one answer.
    replies: (replies) => res.write(replies.map(eventOf).join('')),
    failed(cause) {
      logger.error('web-chat.stream', {}, cause);
      // Cut: the browser comes back to where it was.
      res.destroy();
    },
  });
  const stop = every(HEARTBEAT_MS, () => res.write(': aquí\n\n'));
  res.on('close', () => {
    silence();
    stop();
  });
}

const eventOf = (reply: Reply): string => `id: ${reply.seq}\ndata: ${JSON.stringify(forBrowser(reply))}\n\n`;

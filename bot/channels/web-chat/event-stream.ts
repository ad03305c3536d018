import type { Request, Response } from 'express';
import { failure } from '../../../api/base/kernel/failures';
import type { Interlocutor, Reply } from '../channel';
import { sesionIn } from './with-sesion';
import type { WebChatDeps } from './web-chat-deps';

/** The browser takes a minute of silence for a dead connection. */
const HEARTBEAT_MS = 20_000;
const MAX_STREAMS = 6;

/** Where the browser is: the last reply it has, by `Last-Event-ID` or `?desde=`. */
function lastSeenIn(req: Request): number {
  const query = req.query['desde'];
  const given = req.get('Last-Event-ID') ?? (typeof query === 'string' ? query : '');
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}

/** Replies as server-sent events, from where the browser was, as they are said. */
export function streamReplies(deps: WebChatDeps) {
  const open = new Map<string, number>();
  return async (req: Request, res: Response): Promise<void> => {
    const { id, conversacion } = sesionIn(res);
    const streams = open.get(id) ?? 0;
    if (streams >= MAX_STREAMS) return deps.fail(req, res, failure('TOO_MANY_REQUESTS', { segundos: 10 }));
    open.set(id, streams + 1);
    res.on('close', () => {
      const left = (open.get(id) ?? 1) - 1;
      if (left > 0) open.set(id, left);
      else open.delete(id);
    });
    const who: Interlocutor = { canal: 'WEB_CHAT', conversacion };
    const seen = lastSeenIn(req);
    if (seen > 0) await deps.chat.delivered(who, seen);
    if (!res.writableEnded && !res.destroyed) follow(deps, who, seen, res);
    return undefined;
  };
}

function follow({ chat, every, logger }: WebChatDeps, who: Interlocutor, seen: number, res: Response): void {
  res.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  res.setHeader('Cache-Control', 'no-store');
  // Nginx would keep the events to itself until it had many.
  res.setHeader('X-Accel-Buffering', 'no');
  res.flushHeaders();
  const pump = createPump(
    (after) => chat.repliesAfter(who, after),
    (reply) => res.write(eventOf(reply)),
    seen,
  );
  const send = (): void => {
    pump().catch((cause: unknown) => {
      logger.error('web-chat.stream', {}, cause);
      // Cut: the browser comes back to where it was.
      res.destroy();
    });
  };
  const silence = chat.listen(who, (event) => {
    if (event === 'TURN') res.write('event: turno\ndata: {}\n\n');
    else send();
  });
  const stop = every(HEARTBEAT_MS, () => res.write(': aquí\n\n'));
  res.on('close', () => {
    silence();
    stop();
  });
  send();
}

const eventOf = ({ seq, texto, opciones, enlaces = [], en }: Reply): string =>
  `id: ${seq}\ndata: ${JSON.stringify({ seq, texto, opciones, enlaces, en })}\n\n`;

/** Writes what is new, in order and once; asked again while it is reading, it reads once more. */
function createPump(
  read: (after: number) => Promise<readonly Reply[]>,
  write: (reply: Reply) => void,
  seen: number,
): () => Promise<void> {
  let last = seen;
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        for (const reply of await read(last)) {
          write(reply);
          last = reply.seq;
        }
      }
    } finally {
      busy = false;
    }
  };
}

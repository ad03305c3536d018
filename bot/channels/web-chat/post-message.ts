import type { Request, RequestHandler, Response } from 'express';
import { failure } from '../../../api/base/kernel/failures';
import { acceptMessage } from './chat-message';
import { isSameOrigin } from './same-origin';
import type { Limit, WebChatDeps } from './web-chat-deps';
import { sesionIn } from './with-sesion';

/** Refuses what another site sends and what goes past a limit, before anything is read or stored. */
export function admit({ fail, publicUrl }: WebChatDeps, limit: Limit): RequestHandler {
  return (req, res, next) => {
    if (!isSameOrigin(req.headers, publicUrl)) {
      fail(req, res, failure('FORBIDDEN'));
      return;
    }
    const permit = limit.take(sesionIn(res).id);
    if (permit.ok) next();
    else fail(req, res, failure('TOO_MANY_REQUESTS', { segundos: permit.segundos }));
  };
}

/** 202 once the message is stored durably; 200 when it had been before. */
export function receiveMessage(deps: WebChatDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const accepted = await acceptMessage(deps, sesionIn(res), req.body);
    if (!accepted.ok) return deps.fail(req, res, accepted.failure);
    res.status(accepted.value.repetido ? 200 : 202).json(accepted.value);
    return undefined;
  };
}

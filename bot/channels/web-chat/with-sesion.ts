import type { NextFunction, Request, Response } from 'express';
import { failure } from '../../../api/base/kernel/failures';
import { isSameOrigin } from './same-origin';
import { setFrameToken, setToken, tokenIn } from './sesion-cookie';
import { openSesion, sesionOf, type SesionChat } from './sesiones-chat';
import type { WebChatDeps } from './web-chat-deps';

/** Lets through only who has a session in force, and leaves it for what follows. */
export function withSesion({ sesiones, clock, fail }: WebChatDeps) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const sesion = await sesionOf(sesiones, clock, tokenIn(req.headers));
    if (!sesion) return fail(req, res, failure('SESSION_EXPIRED'));
    res.locals['sesionChat'] = sesion;
    return next();
  };
}

/** The session that `withSesion` left. */
export function sesionIn(res: Response): SesionChat {
  const sesion = res.locals['sesionChat'] as SesionChat | undefined;
  if (!sesion) throw new Error('a route of the chat without session');
  return sesion;
}

/** Gives a session to who has none; who has one keeps it. */
export function giveSesion({ chat, sesiones, clock, publicUrl, fail }: WebChatDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    if (!isSameOrigin(req.headers, publicUrl)) return fail(req, res, failure('FORBIDDEN'));
    if (!(await sesionOf(sesiones, clock, tokenIn(req.headers)))) {
      const { token, conversacion } = await openSesion(sesiones, clock);
      await chat.welcome({ canal: 'WEB_CHAT', conversacion });
      const give = req.query['marco'] === '1' ? setFrameToken : setToken;
      give(res, token, publicUrl.startsWith('https:'));
    }
    res.status(204).end();
    return undefined;
  };
}

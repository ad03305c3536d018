import type { Request, Response } from 'express';
import { SESION_DAYS } from './sesiones-chat';

const NAME = 'chat_sesion';
const DAY_MS = 86_400_000;

/** The token that the browser sends, if any. */
export function tokenIn(req: Request): string | undefined {
  const pair = (req.get('Cookie') ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${NAME}=`));
  return pair?.slice(NAME.length + 1);
}

/** Gives the browser its token: no script can read it and no other site can make it travel with a POST. */
export function setToken(res: Response, token: string, secure: boolean): void {
  res.cookie(NAME, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/chat',
    maxAge: SESION_DAYS * DAY_MS,
  });
}

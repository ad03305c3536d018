import type { IncomingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import { SESION_DAYS } from './sesiones-chat';

const NAME = 'chat_sesion';
/** Of a chat inside a page of another site. */
const FRAME_NAME = 'chat_sesion_marco';
const DAY_MS = 86_400_000;

/** The token that the browser sends, if any. In a page of the same site both travel: the conversation is the usual one. */
export function tokenIn({ cookie = '' }: Pick<IncomingHttpHeaders, 'cookie'>): string | undefined {
  const pairs = cookie.split(';').map((one) => one.trim());
  const valueOf = (name: string) => pairs.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  return valueOf(NAME) ?? valueOf(FRAME_NAME);
}

const always = { httpOnly: true, path: '/chat', maxAge: SESION_DAYS * DAY_MS } as const;

/** Gives the browser its token: no script can read it and no other site can make it travel with a POST. */
export function setToken(res: Response, token: string, secure: boolean): void {
  res.cookie(NAME, token, { ...always, sameSite: 'lax', secure });
}

/**
 * The same for a chat inside another site's page. There a browser sends only a cookie kept apart for each site around
 * it (CHIPS), and only with https; without it the usual one, which serves pages of the same site.
 */
export function setFrameToken(res: Response, token: string, secure: boolean): void {
  if (secure) res.cookie(FRAME_NAME, token, { ...always, sameSite: 'none', secure, partitioned: true });
  else setToken(res, token, secure);
}

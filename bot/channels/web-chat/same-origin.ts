import type { Request } from 'express';

/**
 * Whether a POST comes from a page of ours, by what browsers always say of it. Programs that are not browsers say
 * nothing and carry no one's cookies, so they pass.
 */
export function isSameOrigin(req: Request, publicUrl: string): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = req.get('Origin');
  return origin === undefined || origin === new URL(publicUrl).origin || hostOf(origin) === req.get('Host');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a POST or a socket comes from a page of ours, by what browsers always say of it. Programs that are not
 * browsers say nothing and carry no one's cookies, so they pass.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  return origin === undefined || origin === new URL(publicUrl).origin || hostOf(origin) === headers.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

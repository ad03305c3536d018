import type { Canal } from '../../api/base/kernel/vocabulary';
import type { Bubble } from './bubble';

/**
 * A bubble whose links work where it is read. The chat of the site keeps its paths as they are, so that they open on
 * the address by which the person came; everywhere else a path leads nowhere without the site's address.
 */
export function linkedFrom(publicUrl: string, canal: Canal): (bubble: Bubble) => Bubble {
  if (canal === 'WEB_CHAT') return (bubble) => bubble;
  const absolute = (url: string) => (url.startsWith('/') ? `${publicUrl.replace(/\/+$/, '')}${url}` : url);
  return (bubble) =>
    bubble.enlaces
      ? { ...bubble, enlaces: bubble.enlaces.map(({ titulo, url }) => ({ titulo, url: absolute(url) })) }
      : bubble;
}

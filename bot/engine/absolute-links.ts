import type { Canal } from '../../api/base/kernel/vocabulary';
import { fileAsLink } from '../channels/file-as-link';
import { traitsOf } from '../channels/traits';
import type { Bubble } from './bubble';

/**
 * A bubble whose links work where it is read. The chat of the site keeps its paths as they are, so that they open on
 * the address by which the person came; everywhere else a path leads nowhere without the site's address. Where no file
 * is sent, it is one link more.
 */
export function linkedFrom(publicUrl: string, canal: Canal): (bubble: Bubble) => Bubble {
  const shown = traitsOf(canal).sendsFiles
    ? (bubble: Bubble) => bubble
    : (bubble: Bubble): Bubble => fileAsLink(bubble);
  if (canal === 'WEB_CHAT') return shown;
  const absolute = <Link extends { readonly url: string }>(link: Link): Link =>
    link.url.startsWith('/') ? { ...link, url: `${publicUrl.replace(/\/+$/, '')}${link.url}` } : link;
  return (bubble) => {
    const { enlaces, archivo, ...rest } = shown(bubble);
    return {
      ...rest,
      ...(enlaces && { enlaces: enlaces.map(absolute) }),
      ...(archivo && { archivo: absolute(archivo) }),
    };
  };
}

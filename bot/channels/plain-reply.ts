import type { OutboundMessage } from './channel';
import { fileAsLink } from './file-as-link';

/** A bubble as plain text that a screen reader says in order: the text, its links, its options by number. */
export function plainReply(message: OutboundMessage, numbered: boolean): string {
  const { texto, enlaces = [], opciones } = fileAsLink(message);
  const links = enlaces.map(({ titulo, url }) => `${titulo}: ${url}`);
  const options = numbered ? opciones.map(({ titulo }, i) => `${i + 1}. ${titulo}`) : [];
  return [texto, ...links, ...options].join('\n');
}

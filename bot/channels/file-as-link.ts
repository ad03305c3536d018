import type { OutboundMessage } from './channel';

/** A bubble whose file is a link, for where files cannot be sent, or this one could not. */
export function fileAsLink<Message extends OutboundMessage>(message: Message): Omit<Message, 'archivo'> {
  const { archivo, ...rest } = message;
  if (!archivo) return rest;
  const { titulo, url } = archivo;
  return { ...rest, enlaces: [...(message.enlaces ?? []), { titulo, url }] };
}

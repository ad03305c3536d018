import type { Texts } from '../../../content/texts';
import type { Alias } from '../../personas/personas';
import type { OutboundMessage } from '../channel';
import { plainReply } from '../plain-reply';
import { filePayload, type SentFile } from './file-payload';
import { fitButtons, fitRows, LIMITS } from './limits';
import { buttonOf, interactive, type Payload } from './payload';

/**
 * A bubble as the one message that shows it best: buttons, a list, a request for the place, or, when something does not
 * fit, plain text with its options by number. What was asked can always be answered by writing.
 * @param file its file, when the provider has it; without it, or where it does not fit, it is a link in the text.
 */
export function payloadOf(message: OutboundMessage, texts: Texts, file?: SentFile): Payload {
  const body = plainReply(message, false);
  const { opciones, pide } = message;
  if (pide === 'UBICACION') return locationRequest(message) ?? text(message, texts);
  const whole = file && filePayload(message, file);
  if (whole) return whole;
  if (opciones.length === 0 || body.length > LIMITS.interactiveBody) {
    return text(message, texts);
  }
  if (fitButtons(opciones)) {
    return interactive({ type: 'button', body: { text: body }, action: { buttons: opciones.map(buttonOf) } });
  }
  if (fitRows(opciones)) {
    const rows = opciones.map(({ id, titulo }) => ({ id, title: titulo }));
    const action = { button: texts('whatsapp.ver_opciones'), sections: [{ rows }] };
    return interactive({ type: 'list', body: { text: body }, action });
  }
  return text(message, texts);
}

/** It has no room for buttons: the options go by number in its text. */
function locationRequest(message: OutboundMessage): Payload | undefined {
  const body = plainReply(message, true);
  if (body.length > LIMITS.interactiveBody) return undefined;
  return interactive({
    type: 'location_request_message',
    body: { text: body },
    action: { name: 'send_location' },
  });
}

/** Never longer than what WhatsApp takes: what is left out is the end of what is told, never its links nor its options. */
function text(message: OutboundMessage, texts: Texts): Payload {
  const whole = plainReply(message, true);
  const body = whole.length <= LIMITS.text ? whole : shortened(message, texts);
  return { type: 'text', text: { preview_url: false, body: cutAt(body, LIMITS.text) } };
}

function shortened(message: OutboundMessage, texts: Texts): string {
  const opciones = message.opciones.map((one) => ({ ...one, titulo: cutAt(one.titulo, MOST_OF_A_TITLE) }));
  const cut = `\n${texts('whatsapp.cortado')}`;
  const rest = plainReply({ ...message, opciones, texto: cut }, true).length;
  return plainReply({ ...message, opciones, texto: cutAt(message.texto, LIMITS.text - rest) + cut }, true);
}

/** Ten of them are half of a message. */
const MOST_OF_A_TITLE = 200;

/** A character of two units that would be cut in half is left out. */
const cutAt = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, Math.max(0, length)).replace(/[\ud800-\udbff]$/, '');

/** Whom a message is for: by phone when it is known, by user id when it is all there is. */
export function recipientOf({ telefono, bsuid }: Alias): { to: string } | { recipient: string } | undefined {
  if (telefono !== undefined) return { to: telefono };
  return bsuid === undefined ? undefined : { recipient: bsuid };
}

/** A template with the values of its body, in order. */
export const templatePayload = (name: string, language: string, values: readonly string[]): Payload => ({
  type: 'template',
  template: {
    name,
    language: { code: language },
    components: [{ type: 'body', parameters: values.map((value) => ({ type: 'text', text: value })) }],
  },
});

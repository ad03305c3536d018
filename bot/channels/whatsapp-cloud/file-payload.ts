import type { ArchivoAdjunto, OutboundMessage } from '../channel';
import { plainReply } from '../plain-reply';
import { fitButtons, LIMITS } from './limits';
import { type MediaKind, mediaKindOf } from './media-kind';
import { buttonOf, interactive, type Payload } from './payload';

/** A file of ours that the provider has, by its id there. */
export interface SentFile {
  readonly archivo: ArchivoAdjunto;
  readonly id: string;
}

/**
 * A bubble and its file as one message: over its buttons, or with its options by number beneath. Undefined when no
 * message takes both: a sound has no text, and a long text does not fit beneath a file.
 */
export function filePayload(message: OutboundMessage, { archivo, id }: SentFile): Payload | undefined {
  const { type } = mediaKindOf(archivo.tipo);
  if (type === 'audio') return undefined;
  const said = { ...message, archivo: undefined };
  const file = type === 'document' ? { id, filename: archivo.nombre } : { id };
  const body = plainReply(said, false);
  if (body.trim() !== '' && body.length <= LIMITS.interactiveBody && fitButtons(said.opciones)) {
    const buttons = said.opciones.map(buttonOf);
    const header = { type, [type]: file };
    return interactive({ type: 'button', header, body: { text: body }, action: { buttons } });
  }
  const caption = plainReply(said, true);
  if (caption.length > LIMITS.caption) return undefined;
  return { type, [type]: { ...file, ...(caption.trim() !== '' && { caption }) } };
}

/** A sound, which goes alone. */
export const audioPayload = (id: string): Payload => ({ type: 'audio', audio: { id } });

export const isAudio = ({ tipo }: ArchivoAdjunto): boolean => mediaKindOf(tipo).type === 'audio';

const FILES: readonly MediaKind['type'][] = ['image', 'document', 'audio'];

/** The id of the file that a message carries. */
export function fileIn(payload: Payload): string | undefined {
  const places = [payload, (payload['interactive'] as { header?: object } | undefined)?.header ?? {}];
  for (const place of places) {
    for (const type of FILES) {
      const file = (place as Record<string, { id?: string } | undefined>)[type];
      if (file?.id !== undefined) return file.id;
    }
  }
  return undefined;
}

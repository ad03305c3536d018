import type { Texts } from '../../../content/texts';
import type { ArchivoPorBajar, InboundMessage } from '../channel';
import { type AnyMessage, kinds } from './webhook-shape';

/** What a message says, whatever its kind. */
export type Said = Pick<InboundMessage, 'texto' | 'opcion' | 'porBajar' | 'suceso'>;

/** Kinds that ask for no answer: a thumb up is neither an answer nor a message. */
const UNHEARD: ReadonlySet<string> = new Set(['reaction', 'system']);

const NOT_READABLE: Said = { texto: '', suceso: 'NO_LEGIBLE' };

type Read = (message: AnyMessage, texts: Texts) => Said | undefined;

/** One kind of message each; undefined when it is not as expected. */
const READERS: Readonly<Record<string, Read>> = {
  text: (message) => {
    const parsed = kinds.text.safeParse(message);
    return parsed.success ? { texto: parsed.data.text.body } : undefined;
  },
  // An answer to a template: the words of its button, which no question of ours showed.
  button: (message) => {
    const parsed = kinds.button.safeParse(message);
    return parsed.success ? { texto: parsed.data.button.text } : undefined;
  },
  interactive: (message) => {
    const parsed = kinds.interactive.safeParse(message);
    const { button_reply: button, list_reply: row } = parsed.success ? parsed.data.interactive : {};
    const chosen = button ?? row;
    return chosen && { texto: chosen.title, opcion: chosen.id };
  },
  location: readLocation,
  contacts: readContacts,
  image: (message, texts) => fileIn(kinds.image.safeParse(message).data?.image, 'image', texts),
  video: (message, texts) => fileIn(kinds.video.safeParse(message).data?.video, 'video', texts),
  audio: (message, texts) => fileIn(kinds.audio.safeParse(message).data?.audio, 'audio', texts),
  document: (message, texts) => fileIn(kinds.document.safeParse(message).data?.document, 'document', texts),
  edit: () => ({ texto: '', suceso: 'EDITADO' }),
  revoke: () => ({ texto: '', suceso: 'BORRADO' }),
};

/** What a person said with a message; undefined when nobody has to be answered. */
export function inboundOf(message: AnyMessage, texts: Texts): Said | undefined {
  if (UNHEARD.has(message.type)) return undefined;
  return READERS[message.type]?.(message, texts) ?? NOT_READABLE;
}

function readLocation(message: AnyMessage, texts: Texts): Said | undefined {
  const parsed = kinds.location.safeParse(message);
  if (!parsed.success) return undefined;
  const { latitude, longitude, name, address } = parsed.data.location;
  const lugar = [name, address].filter(Boolean).join(', ');
  const punto = `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
  const key = lugar === '' ? 'whatsapp.ubicacion' : 'whatsapp.ubicacion_con_nombre';
  return { texto: texts(key, { punto, lugar }) };
}

function readContacts(message: AnyMessage, texts: Texts): Said | undefined {
  const parsed = kinds.contacts.safeParse(message);
  if (!parsed.success) return undefined;
  const lines = parsed.data.contacts.map(({ name, phones }) =>
    texts('whatsapp.contacto', {
      nombre: name?.formatted_name ?? '',
      telefonos: phones.map(({ phone }) => phone).join(', '),
    }),
  );
  return { texto: lines.join('\n') };
}

interface Media {
  readonly id: string;
  readonly sha256?: string;
  readonly caption?: string;
  readonly filename?: string;
}

function fileIn(media: Media | undefined, kind: string, texts: Texts): Said | undefined {
  if (!media) return undefined;
  const { id, sha256, caption = '', filename } = media;
  const archivo: ArchivoPorBajar = {
    id,
    nombre: filename || texts(`whatsapp.archivo.${kind}`),
    ...hashIn(sha256),
  };
  return { texto: caption, porBajar: [archivo] };
}

/** Webhooks carry the hash in base64, the media endpoint in hexadecimal. */
export function hashIn(sha256: string | undefined): { sha256?: string } {
  if (sha256 === undefined) return {};
  if (/^[0-9a-f]{64}$/i.test(sha256)) return { sha256: sha256.toLowerCase() };
  const bytes = Buffer.from(sha256, 'base64');
  return bytes.length === 32 ? { sha256: bytes.toString('hex') } : {};
}

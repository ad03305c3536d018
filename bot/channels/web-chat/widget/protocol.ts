/** What travels between the chat in the browser and the server. What comes is checked before it is used. */

export interface ChatOption {
  readonly id: string;
  readonly titulo: string;
}

export interface ChatLink {
  readonly titulo: string;
  readonly url: string;
}

/** A message of the assistant. `seq` grows by one in a conversation and never repeats. */
export interface BotMessage {
  readonly seq: number;
  readonly texto: string;
  readonly opciones: readonly ChatOption[];
  readonly enlaces: readonly ChatLink[];
  /** ISO instant. */
  readonly en: string;
}

/** A message of the person. The id is made here, so that sending it again is the same message. */
export interface OwnMessage {
  readonly id: string;
  readonly texto: string;
  readonly opcion?: string;
  readonly en: string;
}

/** One line of the history: who said it and what. */
export type HistoryItem =
  | { readonly de: 'asistente'; readonly mensaje: BotMessage }
  | { readonly de: 'ciudadano'; readonly mensaje: OwnMessage };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = <T>(value: unknown, parse: (item: Fields) => T): T[] =>
  Array.isArray(value) ? value.filter(isFields).map(parse) : [];

/** Only addresses of this site, of the web, of mail and of phones; never a script. */
const safeLink = (url: string): boolean => /^(\/(?!\/)|https?:\/\/|mailto:|tel:)/i.test(url);

/** A message of the assistant, or undefined when it is not one. */
export function parseBotMessage(value: unknown): BotMessage | undefined {
  if (!isFields(value) || typeof value['seq'] !== 'number' || typeof value['texto'] !== 'string')
    return undefined;
  return {
    seq: value['seq'],
    texto: value['texto'],
    opciones: listOf(value['opciones'], (one) => ({ id: text(one['id']), titulo: text(one['titulo']) })),
    enlaces: listOf(value['enlaces'], (one) => ({
      titulo: text(one['titulo']),
      url: text(one['url']),
    })).filter(({ url }) => safeLink(url)),
    en: text(value['en']),
  };
}

function parseHistoryItem(value: Fields): HistoryItem | undefined {
  if (value['de'] === 'ciudadano') {
    return {
      de: 'ciudadano',
      mensaje: { id: text(value['id']), texto: text(value['texto']), en: text(value['en']) },
    };
  }
  const mensaje = parseBotMessage(value);
  return mensaje && { de: 'asistente', mensaje };
}

/** Both sides, oldest first; what cannot be read is left out. */
export function parseHistory(value: unknown): HistoryItem[] {
  const list = isFields(value) && !Array.isArray(value) ? value['mensajes'] : value;
  return listOf(list, parseHistoryItem).filter((item) => item !== undefined);
}

/** What the server says to the person about a message it refuses. */
export const parseRefusal = (value: unknown): string => (isFields(value) ? text(value['mensaje']) : '');

import type { MotivoNoRecibido } from '../../../../api/base/kernel/vocabulary';

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

/** Files of a message: those the server gave a receipt for, and those that were not received. */
export interface SentFiles {
  readonly anexos?: readonly { readonly recibo: string; readonly nombre: string }[];
  readonly noRecibidos?: readonly { readonly nombre: string; readonly motivo: MotivoNoRecibido }[];
}

/** A message of the person. The id is made here, so that sending it again is the same message. */
export interface OwnMessage extends SentFiles {
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

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);

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
      mensaje: {
        id: text(value['id']),
        texto: text(value['texto']),
        // Already sent: only their names are shown.
        anexos: namesIn(value['archivos']).map((nombre) => ({ recibo: '', nombre })),
        en: text(value['en']),
      },
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

/** What the server says of one message: the status a POST would have, and what goes with it. */
export interface SendAnswer {
  readonly status: number;
  /** Seconds to wait, as `Retry-After` says them. */
  readonly retryAfter: string | null;
  readonly mensaje: string;
}

/** One frame of the socket. */
export type Frame =
  | { readonly tipo: 'acuse'; readonly id: string; readonly answer: SendAnswer }
  | { readonly tipo: 'turno' | 'latido' }
  | { readonly tipo: 'respuestas'; readonly respuestas: readonly BotMessage[] };

/** What the server says by the socket; what cannot be read is a sign of life and nothing more. */
export function parseFrame(data: unknown): Frame {
  const value = typeof data === 'string' ? jsonOf(data) : undefined;
  if (!isFields(value)) return { tipo: 'latido' };
  switch (value['tipo']) {
    case 'acuse':
      return { tipo: 'acuse', id: text(value['id']), answer: { status: 200, retryAfter: null, mensaje: '' } };
    case 'rechazo':
      return { tipo: 'acuse', id: text(value['id']), answer: refusalIn(value) };
    case 'respuestas':
      return { tipo: 'respuestas', respuestas: messagesIn(value['respuestas']) };
    default:
      return { tipo: value['tipo'] === 'turno' ? 'turno' : 'latido' };
  }
}

const refusalIn = ({ estado, segundos, mensaje }: Fields): SendAnswer => ({
  status: typeof estado === 'number' ? estado : 500,
  retryAfter: typeof segundos === 'number' ? String(segundos) : null,
  mensaje: text(mensaje),
});

const messagesIn = (value: unknown): BotMessage[] =>
  listOf(value, parseBotMessage).filter((one) => one !== undefined);

/** The value of a JSON text; undefined when it is none. */
export function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

import type { AnexoNoRecibido, AnexoRecibido } from '../ventanilla/ventanilla-unica';
import type { Option } from '../channels/channel';

/** A dialog in course, or set aside with its draft. Only JSON values. */
export interface Run {
  readonly dialog: string;
  readonly version: number;
  readonly step: string;
  readonly data: unknown;
  /** The draft's stable key: filing it twice gives the same case. */
  readonly key: string;
  /** Steps whose question was answered, oldest first, for ATRÁS. */
  readonly steps: readonly string[];
}

/** What the person wrote when the engine had to ask something of its own first. */
export interface Held {
  readonly texto: string;
  readonly opcion?: string;
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  readonly enviadoEn: string;
}

/** A dialog that waits for the answer to a question of the engine. */
export interface Next {
  readonly dialog: string;
  readonly seed?: unknown;
  /** The draft that it already is, set aside; absent when nothing would be lost. */
  readonly key?: string;
}

/** A question of the engine itself, above the dialog in course. */
export type Pending =
  /** «¿Seguimos con …?», about the draft with this key. */
  | { readonly kind: 'RESUME'; readonly key: string; readonly held?: Held; readonly next?: Next }
  /** Only a yes to this drops a draft. */
  | { readonly kind: 'DISCARD'; readonly key: string; readonly held?: Held; readonly next?: Next }
  /** After three misunderstandings: a person, the same question or the menu. */
  | { readonly kind: 'STUMBLE' };

/** Everything a conversation remembers between turns. */
export interface ChatState {
  readonly active?: Run;
  /** Drafts set aside, a few of each dialog at most; they are offered again, the last one first. */
  readonly parked: readonly Run[];
  /** Runs that this version of their dialog cannot read: kept for a person to recover. */
  readonly unreadable: readonly Run[];
  readonly pending?: Pending;
  /** The options on the person's screen. */
  readonly shown: readonly Option[];
  /** Misunderstandings in a row. */
  readonly misses: number;
  /** ISO instant of the last message; absent before the first. */
  readonly lastAt?: string;
  /** ISO instant at which the person asked for no more notices by this chat; absent while they may be sent. */
  readonly baja?: string;
  /** ISO instant at which the person wrote last, by the channel's word: what may be sent freely depends on it. */
  readonly wroteAt?: string;
  /** Version of the privacy notice told last. */
  readonly notice?: string;
}

export const newChat: ChatState = { parked: [], unreadable: [], shown: [], misses: 0 };

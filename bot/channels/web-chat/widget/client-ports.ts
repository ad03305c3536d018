import type { KeyStore } from './outbox';
import type { BotMessage, HistoryItem, OwnMessage } from './protocol';

/** What the client needs of the browser. */
export interface ClientPorts {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly store: KeyStore;
  /** Runs `task` after `milliseconds` and gives back how to forget it. */
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
  /** In [0, 1). */
  readonly random: () => number;
  readonly now: () => Date;
  readonly newId: () => string;
}

export type Connection = 'conectando' | 'conectado' | 'sin-conexion';

/** What happened to a message of the person. */
export type Delivery =
  | { readonly estado: 'pendiente' }
  | { readonly estado: 'enviado' }
  | { readonly estado: 'rechazado'; readonly mensaje: string };

/** What the client tells whoever shows the conversation. */
export interface ClientListener {
  history(items: readonly HistoryItem[]): void;
  received(message: BotMessage): void;
  /** A message of the person enters the conversation. */
  written(message: OwnMessage): void;
  delivery(message: OwnMessage, delivery: Delivery): void;
  connection(state: Connection): void;
  /** The assistant is preparing an answer. */
  typing(): void;
  /** The server asks to slow down; the message waits. */
  waiting(seconds: number): void;
  /** The old session ended and another began. */
  newSession(): void;
}

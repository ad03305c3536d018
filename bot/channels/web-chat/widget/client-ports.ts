import type { KeyStore } from './outbox';
import type { BotMessage, HistoryItem, OwnMessage } from './protocol';

/** What is used of a browser's web socket. */
export type SocketPort = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

/** What the client needs of the browser. */
export interface ClientPorts {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Opens a web socket to a path of ours; throws where there are none. */
  readonly openSocket: (path: string) => SocketPort;
  /** Sends a file as the body of a POST and tells how much of it has gone, in [0, 1]. Rejects when the net fails. */
  readonly upload: (path: string, file: Blob, told: UploadTold) => Promise<UploadAnswer>;
  readonly store: KeyStore;
  /** Runs `task` after `milliseconds` and gives back how to forget it. */
  readonly schedule: (milliseconds: number, task: () => void) => () => void;
  /** In [0, 1). */
  readonly random: () => number;
  readonly now: () => Date;
  readonly newId: () => string;
  /** The chat stands inside a page of another site. */
  readonly isFramed: boolean;
}

export interface UploadTold {
  readonly progress: (share: number) => void;
  readonly signal: AbortSignal;
}

export interface UploadAnswer {
  readonly status: number;
  readonly body: unknown;
}

export type Connection = 'conectando' | 'conectado' | 'sin-conexion';

/** What happened to a message of the person. */
export type Delivery =
  | { readonly estado: 'pendiente' }
  /** On its way. */
  | { readonly estado: 'enviado' }
  /** The server has it for good. */
  | { readonly estado: 'recibido' }
  | { readonly estado: 'rechazado'; readonly mensaje: string };

/** What the client tells whoever shows the conversation. */
export interface ClientListener {
  history(items: readonly HistoryItem[]): void;
  /** What the assistant says in one turn: one answer. */
  received(messages: readonly BotMessage[]): void;
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
  /** The browser keeps no session here: the chat works only in a page of its own. */
  noSession(): void;
}

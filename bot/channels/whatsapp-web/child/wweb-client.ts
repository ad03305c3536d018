/** A message as the library gives it; only what is used of it. */
export interface WwebMessage {
  readonly id: { readonly _serialized: string; readonly fromMe: boolean };
  readonly from: string;
  readonly to?: string;
  readonly fromMe: boolean;
  readonly type: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly hasMedia: boolean;
  readonly isStatus?: boolean;
  readonly latestEditSenderTimestampMs?: number;
  readonly broadcast?: boolean;
  readonly location?: WwebLocation | undefined;
  /** The library's own record: where the size of a file is. */
  readonly rawData?: object;
  /** Undefined when the file is expired, is being sent again, or fails. */
  downloadMedia(): Promise<{ readonly data: string; readonly filename?: string | null } | undefined>;
}

export interface WwebLocation {
  readonly latitude: string | number;
  readonly longitude: string | number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** A file to send. */
export interface WwebFile {
  readonly tipo: string;
  readonly nombre: string;
  readonly base64: string;
  /** What is said beneath it. */
  readonly pie: string;
}

export interface WwebChat {
  readonly id: { readonly _serialized: string };
  readonly isGroup: boolean;
  readonly unreadCount: number;
  readonly timestamp: number;
  fetchMessages(options: { limit: number; fromMe: boolean }): Promise<readonly WwebMessage[]>;
  sendStateTyping(): Promise<unknown>;
}

/** The part of the library's client that the child uses; tests put a fake in its place. */
export interface WwebClient {
  // The library passes what it likes: every listener takes it as unknown or as the shapes above.
  on<A extends unknown[]>(event: string, listener: (...args: A) => void): unknown;
  initialize(): Promise<void>;
  destroy(): Promise<void>;
  /** When its browser is gone. */
  whenClosed(): Promise<void>;
  getState(): Promise<string | null>;
  sendMessage(to: string, texto: string, options: SendOptions): Promise<WwebMessage | undefined>;
  sendFile(to: string, file: WwebFile, options: SendOptions): Promise<WwebMessage | undefined>;
  sendSeen(chat: string): Promise<boolean>;
  getChats(): Promise<readonly WwebChat[]>;
  getChatById(id: string): Promise<WwebChat | undefined>;
  getContactLidAndPhone(ids: string[]): Promise<{ readonly lid?: string; readonly pn?: string }[]>;
  /** Of the browser, once it runs. */
  readonly browserPid: number | undefined;
}

/** Events of ours, beside the library's: the browser runs; the browser is gone, of which the library says nothing. */
export const BROWSER_OPEN = 'browser_open';
export const BROWSER_GONE = 'browser_gone';

export interface SendOptions {
  readonly sendSeen: false;
  readonly linkPreview: false;
  readonly parseVCards: false;
}

export type OpenClient = () => WwebClient;

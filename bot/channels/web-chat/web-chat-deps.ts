import type { Request, RequestHandler, Response } from 'express';
import type { Clock } from '../../../api/base/kernel/clock';
import type { Failure } from '../../../api/base/kernel/failures';
import type { Logger } from '../../../api/base/kernel/logger';
import type { ReceiveFile } from '../../../api/base/kernel/receive-file';
import type { AnexoNoRecibido, AnexoRecibido } from '../../ventanilla/ventanilla-unica';
import type { Chat } from '../channel';
import type { SesionesChat } from './sesiones-chat';

/** Whether one more may pass; when not, after how many seconds. */
export type Permit = { readonly ok: true } | { readonly ok: false; readonly segundos: number };

export interface Limit {
  take(key: string): Permit;
}

/** A browser takes a minute of silence for a dead connection. */
export const HEARTBEAT_MS = 20_000;

/** Streams and sockets open at once in one session: its tabs. */
export const MAX_CONNECTIONS = 6;

/** A message whole, in bytes. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;

/** What proves that a file was received: given to the browser, and taken back with the message that carries it. */
export interface Recibos {
  give(file: AnexoRecibido, ambito: string): string;
  /** Undefined when it was altered or given elsewhere. */
  take(recibo: string, ambito: string): AnexoRecibido | AnexoNoRecibido | undefined;
}

/** What the chat asks for, by whatever door it is entered. */
export interface ChatDeps {
  readonly chat: Chat;
  readonly sesiones: SesionesChat;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The address citizens see; with https the cookie never travels without it. */
  readonly publicUrl: string;
  /** 20 messages in any 10 s, by session. */
  readonly limit: Limit;
  /** 20 files in any minute, by session. */
  readonly fileLimit: Limit;
  readonly receiveFile: ReceiveFile;
  readonly recibos: Recibos;
  /** What a person is told about a failure. */
  readonly explain: (failure: Failure) => string;
  /** Runs a task every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

/** How the rest of the program reads bodies and answers failures over HTTP. */
export interface HttpSide {
  /** Reads a JSON body of at most `MAX_MESSAGE_BYTES` into `req.body`: UTF-8 only, no operators. */
  readonly json: RequestHandler;
  /** What limits new sessions by address. */
  readonly beforeSesion?: readonly RequestHandler[];
  /** Answers with a failure; `detail.segundos` also goes in Retry-After. */
  readonly fail: (req: Request, res: Response, failure: Failure) => void;
}

export type WebChatDeps = ChatDeps & HttpSide;

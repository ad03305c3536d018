import type { Request, RequestHandler, Response } from 'express';
import type { Clock } from '../../../api/base/kernel/clock';
import type { Failure } from '../../../api/base/kernel/failures';
import type { Logger } from '../../../api/base/kernel/logger';
import type { Chat } from '../channel';
import type { SesionesChat } from './sesiones-chat';

/** Whether one more may pass; when not, after how many seconds. */
export type Permit = { readonly ok: true } | { readonly ok: false; readonly segundos: number };

export interface WebChatDeps {
  readonly chat: Chat;
  readonly sesiones: SesionesChat;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The address citizens see; with https the cookie never travels without it. */
  readonly publicUrl: string;
  /** Reads a JSON body of at most 1 MiB into `req.body`: UTF-8 only, no operators. */
  readonly json: RequestHandler;
  /** What limits new sessions by address. */
  readonly beforeSesion?: readonly RequestHandler[];
  /** 20 messages in any 10 s, by session. */
  readonly limit: { take(key: string): Permit };
  /** Answers with a failure; `detail.segundos` also goes in Retry-After. */
  readonly fail: (req: Request, res: Response, failure: Failure) => void;
  /** Runs a task every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

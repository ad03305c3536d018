import { errorBody, graphErrorOf, statusOf, type GraphError } from './graph-error';
import type { World } from '../world';

/** One request of the bot, read whole. */
export interface GraphRequest {
  readonly method: string;
  /** Of the path, after the version. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** What is answered, and what happens to the answer on the wire. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** RESET and HANG: the bot gets nothing. TRUNCATE: half of it. */
  readonly wire?: 'RESET' | 'HANG' | 'TRUNCATE' | { readonly slowMs: number };
}

export const json = (status: number, body: unknown): Reply => ({
  status,
  type: 'application/json; charset=UTF-8',
  body: Buffer.from(JSON.stringify(body)),
});

export const SUCCESS = json(200, { success: true });

export const noAnswer = (wire: 'RESET' | 'HANG'): Reply => ({ ...json(200, {}), wire });

/** An error as the Graph API writes it. */
export function refusal(world: World, error: GraphError, status?: number): Reply {
  const body = errorBody(error, world.nextId('trace'));
  return json(status ?? statusOf(error.code, world.options.rateHttpStatus), body);
}

/** The same, from its code. */
export const refuse = (world: World, code: number, details?: string): Reply =>
  refusal(world, graphErrorOf(code, details));

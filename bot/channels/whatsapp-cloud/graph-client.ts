import { type FormData, request } from 'undici';
import { z } from 'zod';
import type { CloudSettings } from './cloud-settings';
import { graphError } from './webhook-shape';

/** How a call to Graph ended. */
export type GraphAnswer =
  | { readonly kind: 'OK'; readonly body: unknown }
  /** Graph said no, by its code; 0 when it gave none. */
  | { readonly kind: 'REFUSED'; readonly code: number; readonly retryAfter?: number }
  /** It never left, or somebody in front turned it away: it may be tried again. */
  | { readonly kind: 'NOT_SENT' }
  /** It was cut after it may have been taken. */
  | { readonly kind: 'UNKNOWN' };

export interface Graph {
  /** Sends JSON. @param path after the version, as `123/messages`. */
  post(path: string, body: object): Promise<GraphAnswer>;
  postForm(path: string, form: FormData): Promise<GraphAnswer>;
  get(path: string): Promise<GraphAnswer>;
  /** Fetches what Graph keeps elsewhere, with the token that it asks for; undefined when it is not given. */
  fetchUrl(url: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

type Options = NonNullable<Parameters<typeof request>[1]>;

const TIMEOUT_MS = 15_000;
const FILE_TIMEOUT_MS = 60_000;

/** Errors of a connection that was never made. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const errorBody = z.object({ error: graphError });
/** A 200 that is a refusal all the same. */
const errorsBody = z.object({ errors: z.array(graphError).min(1) });

/** Redirects are not followed: the token is for this address. */
export function createGraph(settings: CloudSettings): Graph {
  const { graphBaseUrl, version, authHeader, secrets, mediaBaseUrl } = settings;
  const auth = () => ({ [authHeader.name]: authHeader.value.replace('{token}', secrets.token()) });
  const ask = (url: string, options: Options, timeout: number) =>
    request(url, {
      ...options,
      headers: { ...(options.headers as Readonly<Record<string, string>> | undefined), ...auth() },
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
  const call = async (path: string, options: Options, timeout = TIMEOUT_MS): Promise<GraphAnswer> => {
    try {
      const answer = await ask(`${graphBaseUrl}/${version}/${path}`, options, timeout);
      const { 'retry-after': retryAfter } = answer.headers;
      return answerOf(answer.statusCode, parsedOr(await answer.body.text()), retryAfter?.toString());
    } catch (cause) {
      return neverLeft(cause) ? { kind: 'NOT_SENT' } : { kind: 'UNKNOWN' };
    }
  };
  return {
    post: (path, body) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    postForm: (path, form) => call(path, { method: 'POST', body: form }, FILE_TIMEOUT_MS),
    get: (path) => call(path, { method: 'GET' }),
    async fetchUrl(url) {
      try {
        const place = mediaBaseUrl ? `${mediaBaseUrl}${pathOf(url)}` : url;
        return await given(await ask(place, { method: 'GET' }, FILE_TIMEOUT_MS));
      } catch {
        return undefined;
      }
    },
  };
}

async function given({ statusCode, body }: Awaited<ReturnType<typeof request>>) {
  if (statusCode >= 200 && statusCode < 300) return body;
  // Its connection is not free until the answer was read.
  await body.dump();
  return undefined;
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By the code in the body, never by the status alone: a limit comes as 400 and as 429. */
export function answerOf(httpStatus: number, body: unknown, retryAfter: string | undefined): GraphAnswer {
  const error = errorBody.safeParse(body).data?.error ?? errorsBody.safeParse(body).data?.errors[0];
  const seconds = Number(retryAfter ?? Number.NaN);
  if (error) {
    return { kind: 'REFUSED', code: error.code, ...(seconds > 0 && { retryAfter: seconds }) };
  }
  if (httpStatus >= 200 && httpStatus < 300) {
    return body === undefined ? { kind: 'UNKNOWN' } : { kind: 'OK', body };
  }
  // Whoever stands in front says that it is not taking anything; any other error of a server may come after taking it.
  if (httpStatus === 429 || httpStatus === 503) return { kind: 'NOT_SENT' };
  return httpStatus >= 500 ? { kind: 'UNKNOWN' } : { kind: 'REFUSED', code: 0 };
}

function neverLeft(cause: unknown): boolean {
  const inner = cause instanceof Error ? (cause.cause ?? cause) : cause;
  const code = (inner as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && NEVER_LEFT.has(code);
}

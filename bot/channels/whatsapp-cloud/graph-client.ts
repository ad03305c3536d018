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
  /** Fetches what Graph keeps elsewhere, with the token that it asks for. */
  fetchUrl(url: string): Promise<Response | undefined>;
}

type Fetch = typeof globalThis.fetch;
type Init = Pick<RequestInit, 'method' | 'body'> & { readonly headers?: Readonly<Record<string, string>> };

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

export function createGraph(settings: CloudSettings, fetch: Fetch = globalThis.fetch): Graph {
  const { graphBaseUrl, version, authHeader, secrets, mediaBaseUrl } = settings;
  const auth = () => ({ [authHeader.name]: authHeader.value.replace('{token}', secrets.token()) });
  const call = async (path: string, init: Init, timeoutMs = TIMEOUT_MS): Promise<GraphAnswer> => {
    try {
      const url = `${graphBaseUrl}/${version}/${path}`;
      const headers = { ...init.headers, ...auth() };
      // Redirects are not followed: the token is for this address.
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { ...init, headers, signal, redirect: 'error' });
      return answerOf(response.status, await bodyOf(response), response.headers.get('retry-after'));
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
        const signal = AbortSignal.timeout(FILE_TIMEOUT_MS);
        return await fetch(place, { headers: auth(), signal, redirect: 'error' });
      } catch {
        return undefined;
      }
    },
  };
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By the code in the body, never by the status alone: a limit comes as 400 and as 429. */
export function answerOf(httpStatus: number, body: unknown, retryAfter: string | null): GraphAnswer {
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

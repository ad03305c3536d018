/** What to do with a message after the server answered. */
export type SendVerdict =
  /** It is safe on the server. */
  | { readonly kind: 'delivered' }
  /** Too many: send it again after these seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** It will never be accepted as it is: give the text back to the person. */
  | { readonly kind: 'refused' }
  /** The server, the session or the net failed: try again later. */
  | { readonly kind: 'retry' };

const DEFAULT_WAIT = 5;
const LONGEST_WAIT = 120;

/** Statuses of the 400s that say nothing against the message itself. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 404, 408, 425]);

/** The verdict of an HTTP status; `retryAfter` is the header, in seconds. */
export function sendVerdict(status: number, retryAfter: string | null): SendVerdict {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 429) {
    const seconds = Number(retryAfter);
    return { kind: 'wait', seconds: seconds > 0 ? Math.min(seconds, LONGEST_WAIT) : DEFAULT_WAIT };
  }
  return status >= 400 && status < 500 && !PASSING.has(status) ? { kind: 'refused' } : { kind: 'retry' };
}

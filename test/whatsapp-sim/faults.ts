/** What goes wrong with a request of the bot. */
export type RequestFault =
  /** An error of the Graph API: 130429, 131056, 80007, 4, 190, 10, 131042, 131031… */
  | {
      readonly kind: 'graphError';
      readonly code: number;
      readonly status?: number;
      readonly retryAfter?: number;
    }
  /** A broken server: with `code` the body is Graph's JSON, without it is the HTML of some proxy. */
  | { readonly kind: 'http'; readonly status: 500 | 502 | 503; readonly code?: number }
  /** Never answers. `accepted`: the message was taken all the same. */
  | { readonly kind: 'timeout'; readonly accepted?: boolean }
  /** Answers late, in real milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection is cut before the message is taken, or after: then it was sent and the bot cannot know. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** Half of the answer. */
  | { readonly kind: 'truncate' }
  /** Accepted now, failed later. */
  | { readonly kind: 'asyncFail'; readonly code: number; readonly afterMs: number }
  /** 200 with an error inside. */
  | { readonly kind: 'okWithLogicalError'; readonly code: number };

/** What goes wrong with a webhook. */
export type WebhookFault =
  /** The same bytes `times` more; with `newEnvelope`, the same update inside another body. */
  | {
      readonly kind: 'duplicate';
      readonly times: number;
      readonly everyMs?: number;
      readonly newEnvelope?: boolean;
    }
  /** What falls within the window goes out in reverse. */
  | { readonly kind: 'reorder'; readonly windowMs: number }
  /** The first attempt is lost on its way; the retries are not. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** Held until there are `size`, then sent in one body with updates of other fields and of a foreign number. */
  | { readonly kind: 'batch'; readonly size: number; readonly withinMs?: number }
  | {
      readonly kind:
        | 'unknownType'
        | 'missingContacts'
        | 'noFrom'
        | 'valueErrors'
        | 'hugeText'
        | 'weirdUnicode'
        | 'futureTimestamp'
        | 'tooLarge';
    };

/** What goes wrong with a file. */
export type MediaFault =
  | { readonly kind: 'expiredUrl' | 'badSha' | 'notFound' }
  | { readonly kind: 'wrongMime'; readonly mime: string };

export type Fault = RequestFault | WebhookFault | MediaFault;

const OF_WEBHOOKS: ReadonlySet<Fault['kind']> = new Set<WebhookFault['kind']>([
  'duplicate',
  'reorder',
  'drop',
  'delay',
  'batch',
  'unknownType',
  'missingContacts',
  'noFrom',
  'valueErrors',
  'hugeText',
  'weirdUnicode',
  'futureTimestamp',
  'tooLarge',
]);
const OF_MEDIA: ReadonlySet<Fault['kind']> = new Set<MediaFault['kind']>([
  'expiredUrl',
  'badSha',
  'notFound',
  'wrongMime',
]);
export const isOfWebhooks = (fault: Fault): fault is WebhookFault => OF_WEBHOOKS.has(fault.kind);
export const isOfMedia = (fault: Fault): fault is MediaFault => OF_MEDIA.has(fault.kind);
export const isOfRequests = (fault: Fault): fault is RequestFault =>
  !isOfWebhooks(fault) && !isOfMedia(fault);

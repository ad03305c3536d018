import { createHash } from 'node:crypto';
import type { SimOptions } from '../options';
import type { SimClock } from '../sim-clock';
import type { Trace } from '../trace';
import type { Ack, Poster } from './post';
import { serialise, signatureOf } from './signature';
import { envelope, type Change, type Update } from './update';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After each failed attempt: at once, then less and less often. The last one repeats until the profile ends. */
const WAITS = [0, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR] as const;
const GIVES_UP_AFTER = { '36h': 36 * HOUR, '7d': 7 * 24 * HOUR } as const;

/** One body on its way: the same bytes at every attempt. */
export interface Parcel {
  readonly body: Buffer;
  readonly updates: readonly Update[];
  readonly since: number;
}

export interface DeliveryDeps {
  readonly options: SimOptions;
  readonly clock: SimClock;
  readonly trace: Trace;
  readonly poster: Poster;
  readonly onAck: (updates: readonly Update[]) => void;
}

export interface Delivery {
  pack(updates: readonly Update[], extra?: readonly Change[]): Parcel;
  /** The first attempt; those after it come with the clock. `lost`: it never gets there. */
  deliver(parcel: Parcel, attempt?: number, lost?: boolean): Promise<void>;
}

/** What Meta's webhooks carry; a Solution Provider's carry its own header and no signature. */
export const headersFor = (options: SimOptions, body: Buffer): Record<string, string> => ({
  'Content-Type': 'application/json',
  'User-Agent': 'facebookexternalua',
  ...(options.webhookAuth
    ? { [options.webhookAuth.header]: options.webhookAuth.value }
    : { 'X-Hub-Signature-256': signatureOf(body, options.appSecret) }),
});

const mark = (body: Buffer) => createHash('sha256').update(body).digest('hex').slice(0, 16);
const accepted = (ack: Ack) => 'status' in ack && ack.status >= 200 && ack.status < 300;

export function createDelivery({ options, clock, trace, poster, onAck }: DeliveryDeps): Delivery {
  const retryLater = (parcel: Parcel, attempt: number) => {
    const wait = WAITS[Math.min(attempt, WAITS.length) - 1] ?? 0;
    if (clock.now() + wait - parcel.since > GIVES_UP_AFTER[options.retryProfile]) {
      trace.record('webhook.abandonado', { de: parcel.updates.map(({ wamid }) => wamid) });
      return;
    }
    clock.after(wait, () => deliver(parcel, attempt + 1));
  };
  const deliver: Delivery['deliver'] = async (parcel, attempt = 1, lost = false) => {
    const de = parcel.updates.map(({ wamid }) => wamid);
    trace.record('webhook', { de, intento: attempt, bytes: parcel.body.length, huella: mark(parcel.body) });
    const headers = headersFor(options, parcel.body);
    const ack: Ack = lost
      ? { failure: 'NO_ANSWER' }
      : await poster.post(options.callbackUrl, parcel.body, headers, options.ackTimeoutMs);
    trace.record('webhook.respuesta', { de, intento: attempt, ...ack });
    if (accepted(ack)) onAck(parcel.updates);
    else retryLater(parcel, attempt);
  };
  return {
    pack: (updates, extra = []) => ({
      body: serialise(envelope(options, [...updates.map(({ change }) => change), ...extra])),
      updates,
      since: clock.now(),
    }),
    deliver,
  };
}

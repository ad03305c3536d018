import { headersFor } from '../webhook/delivery';
import { serialise } from '../webhook/signature';
import { envelope, valueFor } from '../webhook/update';
import type { SimOptions } from '../options';
import type { Light } from './light';
import { percentiles, type Percentiles } from './percentiles';
import { createRawClient } from './raw-client';

/** One message to post: text, or any content under its type. */
export interface Injectable {
  readonly from: string;
  readonly id: string;
  readonly text?: string;
  /** Instead of text: the message as Meta writes it, without `from`, `id` nor `timestamp`. */
  readonly message?: Readonly<Record<string, unknown>>;
  /** Seconds since the epoch. */
  readonly timestamp?: number;
}

export interface Injection {
  readonly messages: readonly Injectable[];
  /** Connections, one request in flight in each. */
  readonly concurrency: number;
  /** At most so many a second; as fast as they go without it. */
  readonly perSecond?: number;
  /** Updates in one webhook; 1 by default. */
  readonly batch?: number;
  /** Nobody writes again before being answered, as in a conversation: what waits together is played in one turn. */
  readonly inTurns?: boolean;
}

/** Who wrote and waits. */
type Writers = Pick<Light, 'expectReply' | 'nextAnswer'>;

export interface Injected {
  readonly webhooks: number;
  /** By status; 0 is no answer. */
  readonly statuses: Readonly<Record<number, number>>;
  readonly seconds: number;
  /** From the request to its answer. */
  readonly ack: Percentiles;
}

/** Whole HTTP requests, signed, ready to write: what costs is done before the clock starts. */
export interface Presigned {
  readonly bytes: Buffer;
  readonly from: readonly string[];
}

function chunked<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let at = 0; at < all.length; at += size) chunks.push(all.slice(at, at + size));
  return chunks;
}

function changeOf(options: SimOptions, { from, id, text, message, timestamp }: Injectable, now: number) {
  const content = message ?? { type: 'text', text: { body: text ?? '' } };
  const sent = { from, id, timestamp: String(timestamp ?? now), ...content };
  const contacts = [{ profile: { name: 'Ciudadano' }, wa_id: from }];
  return { field: 'messages', value: { ...valueFor(options), contacts, messages: [sent] } };
}

export function presign(options: SimOptions, { messages, batch = 1 }: Injection): readonly Presigned[] {
  const { host, pathname, search } = new URL(options.callbackUrl);
  const now = Math.floor(Date.now() / 1_000);
  return chunked(messages, batch).map((some) => {
    const body = serialise(
      envelope(
        options,
        some.map((message) => changeOf(options, message, now)),
      ),
    );
    const headers = Object.entries({
      Host: host,
      Connection: 'keep-alive',
      'Content-Length': String(body.length),
      ...headersFor(options, body),
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST ${pathname}${search} HTTP/1.1\r\n${headers.join('')}\r\n`;
    return { bytes: Buffer.concat([Buffer.from(head), body]), from: some.map(({ from }) => from) };
  });
}

/** Asked anew after each answer, and taken at once: of two messages of a person that waited for it, one goes. */
async function takeTurn(people: readonly string[], light: Writers): Promise<void> {
  for (let answer = light.nextAnswer(people); answer; answer = light.nextAnswer(people)) await answer;
  light.expectReply(people);
}

/** When the nth may go, in milliseconds after the first. */
const slot = (n: number, perSecond: number | undefined) => (perSecond ? (n * 1_000) / perSecond : 0);

/** Posts all of them. */
export async function inject(options: SimOptions, injection: Injection, light: Writers): Promise<Injected> {
  const requests = presign(options, injection);
  const { hostname, port } = new URL(options.callbackUrl);
  const statuses: Record<number, number> = {};
  const acks: number[] = [];
  const start = performance.now();
  let next = 0;

  async function worker(): Promise<void> {
    const client = createRawClient(hostname, Number(port || 80), options.ackTimeoutMs);
    for (let mine = next++; mine < requests.length; mine = next++) {
      const wait = start + slot(mine, injection.perSecond) - performance.now();
      if (wait > 0) await new Promise((due) => setTimeout(due, wait));
      const request = requests[mine];
      if (!request) break;
      if (injection.inTurns) await takeTurn(request.from, light);
      else light.expectReply(request.from);
      const sentAt = performance.now();
      const status = await client.send(request.bytes);
      acks.push(performance.now() - sentAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    client.close();
  }

  await Promise.all(Array.from({ length: injection.concurrency }, worker));
  const seconds = (performance.now() - start) / 1_000;
  return { webhooks: requests.length, statuses, seconds, ack: percentiles(acks) };
}

import { EventEmitter, once } from 'node:events';
import { json, type GraphRequest, type Reply } from '../graph/reply';
import type { SimOptions } from '../options';
import { headersFor } from '../webhook/delivery';
import { createPoster } from '../webhook/post';
import { serialise } from '../webhook/signature';
import { envelope, valueFor } from '../webhook/update';
import { percentiles, type Percentiles } from './percentiles';

/** What the bot did while it was measured. */
export interface LightFigures {
  readonly sends: number;
  readonly reads: number;
  /** Requests with a wrong token or that are no message. */
  readonly refused: number;
  readonly statuses: number;
  /** From posting a message to the bot's first send to that person after it, in real milliseconds. */
  readonly replies: Percentiles;
  /** People who wrote and got nothing yet. */
  readonly waiting: number;
  /** Sends with a `biz_opaque_callback_data` that was already seen. */
  readonly repeated: number;
}

/** The endpoint `/messages` at its cheapest: reads who it is for, answers, counts. */
export interface Light {
  answer(request: GraphRequest): Reply | undefined;
  /** These people wrote now. */
  readonly expectReply: (people: readonly string[]) => void;
  /** The answer that one of these people waits for; undefined when nobody waits. */
  readonly nextAnswer: (people: readonly string[]) => Promise<unknown> | undefined;
  figures(): LightFigures;
  /** Times are taken anew, as after warming up. */
  readonly restartTimes: () => void;
  stop(): void;
}

interface Wanted {
  readonly status?: string;
  readonly to?: string;
  readonly recipient?: string;
  readonly biz_opaque_callback_data?: string;
}

const SUCCESS = json(200, { success: true });

export function createLight(options: SimOptions): Light {
  const since = new Map<string, number>();
  const answers = new EventEmitter().setMaxListeners(0);
  const delays: number[] = [];
  const opaques = new Set<string>();
  const counts = { sends: 0, reads: 0, refused: 0, statuses: 0, repeated: 0 };
  const poster = createPoster(options.concurrency);
  const [name = '', ...value] = options.authHeader.split(':');
  const header = name.trim().toLowerCase();
  const expected = value.join(':').trim().replace('{token}', options.token);

  function tellStates(id: string, to: string, opaque: string | undefined): void {
    for (const status of ['sent', 'delivered', 'read']) {
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const told = { id, status, timestamp, recipient_id: to, biz_opaque_callback_data: opaque };
      const change = { field: 'messages', value: { ...valueFor(options), statuses: [told] } };
      const body = serialise(envelope(options, [change]));
      counts.statuses += 1;
      void poster.post(options.callbackUrl, body, headersFor(options, body), options.ackTimeoutMs);
    }
  }

  function take({ to = '', recipient = '', biz_opaque_callback_data: opaque }: Wanted): Reply {
    const who = to || recipient;
    const wrote = since.get(who);
    if (wrote !== undefined) {
      delays.push(performance.now() - wrote);
      since.delete(who);
      answers.emit(who);
    }
    counts.sends += 1;
    if (opaque !== undefined) {
      if (opaques.has(opaque)) counts.repeated += 1;
      opaques.add(opaque);
    }
    const id = `wamid.ligero${counts.sends}`;
    if (options.lightStatuses) tellStates(id, who, opaque);
    const contacts = [{ input: who, wa_id: who }];
    return json(200, { messaging_product: 'whatsapp', contacts, messages: [{ id }] });
  }

  return {
    answer({ path, headers, body }) {
      if (path.at(-1) !== 'messages') return undefined;
      if (headers[header] !== expected) {
        counts.refused += 1;
        return undefined;
      }
      const asked = JSON.parse(body.toString('utf8')) as Wanted;
      if (asked.status !== 'read') return take(asked);
      counts.reads += 1;
      return SUCCESS;
    },
    expectReply(people) {
      const now = performance.now();
      for (const person of people) if (!since.has(person)) since.set(person, now);
    },
    nextAnswer(people) {
      const who = people.find((person) => since.has(person));
      return who === undefined ? undefined : once(answers, who);
    },
    figures: () => ({ ...counts, replies: percentiles(delays), waiting: since.size }),
    restartTimes: () => void delays.splice(0),
    stop: () => poster.close(),
  };
}

import {
  isOfMedia,
  isOfRequests,
  isOfWebhooks,
  type Fault,
  type MediaFault,
  type RequestFault,
  type WebhookFault,
} from './faults';
import type { Seeded } from './seeded';
import type { Trace } from './trace';

/** `webhook`: what goes to the bot. `media`: upload. `mediaInfo`, `cdn`: the two steps of a download. */
export type Endpoint = 'messages' | 'media' | 'mediaInfo' | 'cdn' | 'account' | 'webhook';

export interface Rule {
  readonly match?: {
    readonly endpoint?: Endpoint;
    /** Phone or business-scoped id. */
    readonly to?: string;
    /** Type of message; for webhooks also `message`, `status`, `status:read`… */
    readonly type?: string;
    /** Only the nth time, from 1. */
    readonly nth?: number;
    readonly probability?: number;
  };
  readonly fault: Fault;
  /** How many times it acts; always, by default. */
  readonly times?: number;
  /** Instants of the simulator's clock, in milliseconds. */
  readonly from?: number;
  readonly until?: number;
}

export interface Occasion {
  readonly endpoint: Endpoint;
  readonly to?: readonly string[];
  readonly types?: readonly string[];
  /** Names the occasion for chance. */
  readonly key: string;
}

export interface Faults {
  /** Gives how to take it away. */
  add(rule: Rule): () => void;
  clear(): void;
  /** The fault of the first rule that matches, if any; it is recorded. */
  ofWebhook(occasion: Omit<Occasion, 'endpoint'>): WebhookFault | undefined;
  ofRequest(occasion: Occasion): RequestFault | undefined;
  ofMedia(occasion: Occasion): MediaFault | undefined;
}

interface Placed {
  readonly rule: Rule;
  readonly id: number;
  seen: number;
  acted: number;
}

const includes = (wanted: string | undefined, given: readonly string[] = []) =>
  wanted === undefined || given.includes(wanted);

export function createFaults(now: () => number, chance: Seeded, trace: Trace): Faults {
  let placed: Placed[] = [];
  let count = 0;

  const applies = ({ rule, id, acted }: Placed, occasion: Occasion) =>
    acted < (rule.times ?? Infinity) &&
    includes(rule.match?.endpoint, [occasion.endpoint]) &&
    includes(rule.match?.to, occasion.to) &&
    includes(rule.match?.type, occasion.types) &&
    now() >= (rule.from ?? -Infinity) &&
    now() < (rule.until ?? Infinity) &&
    chance.number(`fault:${id}:${occasion.key}`) < (rule.match?.probability ?? 1);

  function at<F extends Fault>(occasion: Occasion, fits: (fault: Fault) => fault is F): F | undefined {
    for (const entry of placed) {
      const { fault } = entry.rule;
      if (!fits(fault) || !applies(entry, occasion)) continue;
      entry.seen += 1;
      if (entry.rule.match?.nth !== undefined && entry.seen !== entry.rule.match.nth) continue;
      entry.acted += 1;
      trace.record('falla', { donde: occasion.endpoint, clave: occasion.key, falla: fault });
      return fault;
    }
    return undefined;
  }

  return {
    add(rule) {
      const entry = { rule, id: (count += 1), seen: 0, acted: 0 };
      placed.push(entry);
      trace.record('falla.puesta', { falla: rule.fault, regla: rule.match ?? {} });
      return () => void (placed = placed.filter((other) => other !== entry));
    },
    clear: () => void (placed = []),
    ofWebhook: (occasion) => at({ ...occasion, endpoint: 'webhook' }, isOfWebhooks),
    ofRequest: (occasion) => at(occasion, isOfRequests),
    ofMedia: (occasion) => at(occasion, isOfMedia),
  };
}

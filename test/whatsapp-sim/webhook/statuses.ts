import { graphErrorOf } from '../graph/graph-error';
import type { SimOptions } from '../options';
import type { Person } from '../people';
import type { Seeded } from '../seeded';
import type { SimClock } from '../sim-clock';
import type { Outlet } from './outlet';
import { stamp, valueFor, type Update } from './update';

/** A message of the bot that was accepted, and what becomes of it. */
export interface Accepted {
  readonly wamid: string;
  /** As the bot wrote it. */
  readonly recipient: string;
  readonly person: Person;
  /** `service` for a reply; the template's own otherwise. */
  readonly category: string;
  readonly isVoice: boolean;
  readonly opaque?: string;
  /** DELIVERED to the phone, BLOCKED by the person (stays at `sent`), or failed with a code. */
  readonly outcome: 'DELIVERED' | 'BLOCKED' | { readonly code: number; readonly afterMs?: number };
}

export interface StatusesDeps {
  readonly options: SimOptions;
  readonly clock: SimClock;
  readonly chance: Seeded;
  readonly outlet: Outlet;
}

/** What the states of one message are and when, in milliseconds after it was accepted. */
type Plan = readonly { readonly state: string; readonly after: number; readonly priced: boolean }[];

function planFor(
  { wamid, person, isVoice }: Accepted,
  chance: Seeded,
  { readProbability }: SimOptions,
): Plan {
  const sent = chance.between(`${wamid}:sent`, 20, 80);
  const delivered = chance.between(`${wamid}:delivered`, 100, 400);
  const read = delivered + chance.between(`${wamid}:read`, 500, 20_000);
  const reads = person.readReceipts && (person.openChat || chance.number(`${wamid}:reads`) < readProbability);
  return [
    { state: 'sent', after: sent, priced: true },
    ...(person.openChat && reads ? [] : [{ state: 'delivered', after: delivered, priced: true }]),
    ...(reads ? [{ state: 'read', after: read, priced: person.openChat }] : []),
    ...(reads && isVoice ? [{ state: 'played', after: read + 1_000, priced: false }] : []),
  ];
}

function pricingOf({ category }: Accepted, { serviceBilling }: SimOptions) {
  const billable = category !== 'service' || serviceBilling;
  const type = billable ? 'regular' : 'free_customer_service';
  return { billable, pricing_model: 'PMP', type, category };
}

/** Tells the bot, in the simulator's time, what becomes of each message it sent. */
export function createStatuses({ options, clock, chance, outlet }: StatusesDeps) {
  function tell(of: Accepted, state: string, more: Record<string, unknown>): Promise<void> {
    const { wamid, person, opaque } = of;
    const status = {
      id: wamid,
      status: state,
      timestamp: stamp(clock.now()),
      ...(person.hidesPhone ? {} : { recipient_id: person.phone }),
      recipient_user_id: person.bsuid,
      ...(opaque === undefined ? {} : { biz_opaque_callback_data: opaque }),
      ...more,
    };
    const value = { ...valueFor(options), statuses: [status] };
    const update: Update = {
      kind: 'status',
      type: state,
      wamid,
      person,
      change: { field: 'messages', value },
    };
    return outlet.send(update);
  }

  return {
    follow(accepted: Accepted): void {
      const { outcome } = accepted;
      if (typeof outcome === 'object') {
        const { message, error_data } = graphErrorOf(outcome.code);
        const errors = [{ code: outcome.code, title: message, message, error_data }];
        const after = outcome.afterMs ?? chance.between(`${accepted.wamid}:failed`, 20, 80);
        clock.after(after, () => tell(accepted, 'failed', { errors }));
        return;
      }
      const plan = planFor(accepted, chance, options);
      for (const { state, after, priced } of outcome === 'BLOCKED' ? plan.slice(0, 1) : plan)
        clock.after(after, () =>
          tell(accepted, state, priced ? { pricing: pricingOf(accepted, options) } : {}),
        );
    },
  };
}

export type Statuses = ReturnType<typeof createStatuses>;

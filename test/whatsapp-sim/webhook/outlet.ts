import type { Faults } from '../fault-rules';
import type { WebhookFault } from '../faults';
import type { SimClock } from '../sim-clock';
import type { Delivery, Parcel } from './delivery';
import { noise, spoil } from './spoil';
import type { Update } from './update';

/** Where everything that is told to the bot goes out, with what goes wrong on the way. */
export interface Outlet {
  /** Ends after the first attempt, or when what goes wrong leaves it for later. */
  send(update: Update): Promise<void>;
}

export interface OutletDeps {
  readonly clock: SimClock;
  readonly faults: Faults;
  readonly delivery: Delivery;
}

const typesOf = ({ kind, type }: Update) => [kind, type, `${kind}:${type}`];

/** Updates that a rule holds back until it lets them all go. */
interface Held {
  readonly updates: Update[];
  readonly release: () => Promise<void>;
}

export function createOutlet({ clock, faults, delivery }: OutletDeps): Outlet {
  const held = new Map<WebhookFault, Held>();
  const occurrences = new Map<string, number>();

  const plain = (update: Update) => delivery.deliver(delivery.pack([update]));

  // The caller does not wait: in the virtual clock only time lets these go.
  function hold(fault: WebhookFault, update: Update, ms: number, go: (all: Update[]) => Promise<void>): Held {
    const existing = held.get(fault);
    if (existing) {
      existing.updates.push(update);
      return existing;
    }
    const updates = [update];
    const leave = async () => {
      if (held.get(fault)?.updates !== updates) return;
      held.delete(fault);
      cancel();
      await go(updates);
    };
    const cancel = clock.after(ms, leave);
    const entry = { updates, release: leave };
    held.set(fault, entry);
    return entry;
  }

  async function duplicate(update: Update, fault: WebhookFault & { kind: 'duplicate' }): Promise<void> {
    const parcel = delivery.pack([update]);
    const again = (): Parcel =>
      fault.newEnvelope ? delivery.pack([update], noise(update.change).slice(0, 1)) : parcel;
    for (let copy = 1; copy <= fault.times; copy += 1)
      clock.after((fault.everyMs ?? 0) * copy, () => delivery.deliver(again()));
    await delivery.deliver(parcel);
  }

  async function inReverse(updates: readonly Update[]): Promise<void> {
    for (const update of updates.toReversed()) await plain(update);
  }

  async function together(updates: readonly Update[]): Promise<void> {
    const [first] = updates;
    if (first) await delivery.deliver(delivery.pack(updates, noise(first.change)));
  }

  async function withFault(update: Update, fault: WebhookFault): Promise<void> {
    if (fault.kind === 'duplicate') return duplicate(update, fault);
    if (fault.kind === 'drop') return delivery.deliver(delivery.pack([update]), 1, true);
    if (fault.kind === 'delay') return void clock.after(fault.ms, () => plain(update));
    if (fault.kind === 'reorder') return void hold(fault, update, fault.windowMs, inReverse);
    if (fault.kind === 'batch') {
      const { updates, release } = hold(fault, update, fault.withinMs ?? 1_000, together);
      if (updates.length >= fault.size) await release();
      return;
    }
    return plain(spoil(update, fault));
  }

  return {
    send(update) {
      const times = (occurrences.get(update.wamid) ?? 0) + 1;
      occurrences.set(update.wamid, times);
      const fault = faults.ofWebhook({
        to: [update.person.phone, update.person.bsuid],
        types: typesOf(update),
        key: `${update.wamid}:${times}`,
      });
      return fault ? withFault(update, fault) : plain(update);
    },
  };
}

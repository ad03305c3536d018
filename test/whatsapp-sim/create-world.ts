import { EventEmitter } from 'node:events';
import { createFaults } from './fault-rules';
import { createMediaStore } from './graph/media-store';
import { createRates } from './graph/rates';
import { createTemplateStore } from './graph/template-store';
import type { SimOptions } from './options';
import { createPeople } from './people';
import { seeded } from './seeded';
import { realClock, virtualClock, type SimClock } from './sim-clock';
import { createTrace } from './trace';
import { createDelivery } from './webhook/delivery';
import { createOutlet } from './webhook/outlet';
import type { Poster } from './webhook/post';
import { createStatuses } from './webhook/statuses';
import type { Update } from './webhook/update';
import type { World } from './world';

/**
 * As with WhatsApp, an id is never given again: a simulator started anew on the data of the day before would be taken
 * for one that repeats its messages. With the virtual clock there is one run, and its ids are always the same.
 */
function idMaker(seed: number, run: number): World['nextId'] {
  const counts = new Map<string, number>();
  return (what) => {
    const n = (counts.get(what) ?? 0) + 1;
    counts.set(what, n);
    const name = Buffer.from(`${n}:${seed}:${what}:${run}`).toString('base64').replaceAll('=', '');
    if (what === 'wamid') return `wamid.${name}`;
    return what === 'media' ? String(FIRST_MEDIA + run + n) : name;
  };
}

const FIRST_MEDIA = 1_000_000_000_000;

function clockFor(options: SimOptions): SimClock {
  if (options.clock === 'real') return realClock();
  const settled = options.settled ?? (() => new Promise<void>((done) => setImmediate(done)));
  return virtualClock({ start: Date.parse(options.start), onAdvance: options.onAdvance, settled });
}

function markDelivered(updates: readonly Update[]): void {
  for (const { kind, wamid, person } of updates) {
    const message = kind === 'message' && person.sent.find((sent) => sent.wamid === wamid);
    if (message && message.state === 'ENVIADO') message.state = 'ENTREGADO';
  }
}

/** Puts together what the parts share. */
export function createWorld(options: SimOptions, poster: Poster): World {
  const clock = clockFor(options);
  const now = () => clock.now();
  const chance = seeded(options.seed);
  const trace = createTrace(now, !options.light);
  const faults = createFaults(now, chance, trace);
  const nextId = idMaker(options.seed, options.clock === 'real' ? clock.now() : 0);
  const events: World['events'] = new EventEmitter();
  events.setMaxListeners(0);
  const onAck = (updates: readonly Update[]) => {
    markDelivered(updates);
    events.emit('cambio');
  };
  const delivery = createDelivery({ options, clock, trace, poster, onAck });
  const outlet = createOutlet({ clock, faults, delivery });
  return {
    options,
    clock,
    chance,
    trace,
    faults,
    people: createPeople(options, chance),
    media: createMediaStore(now, nextId),
    templates: createTemplateStore(clock, options.approvalMs),
    rates: createRates(now, options),
    outlet,
    statuses: createStatuses({ options, clock, chance, outlet }),
    events,
    nextId,
  };
}

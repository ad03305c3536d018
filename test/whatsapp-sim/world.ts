import type { EventEmitter } from 'node:events';
import type { Faults } from './fault-rules';
import type { MediaStore } from './graph/media-store';
import type { Rates } from './graph/rates';
import type { TemplateStore } from './graph/template-store';
import type { SimOptions } from './options';
import type { People } from './people';
import type { Seeded } from './seeded';
import type { SimClock } from './sim-clock';
import type { Trace } from './trace';
import type { Outlet } from './webhook/outlet';
import type { Statuses } from './webhook/statuses';

/** All that the parts of the simulator share. */
export interface World {
  readonly options: SimOptions;
  readonly clock: SimClock;
  readonly chance: Seeded;
  readonly trace: Trace;
  readonly faults: Faults;
  readonly people: People;
  readonly media: MediaStore;
  readonly templates: TemplateStore;
  readonly rates: Rates;
  readonly outlet: Outlet;
  readonly statuses: Statuses;
  /** `cambio`: something that a person would see on their phone. `actividad`: a request of the bot came or ended. */
  readonly events: EventEmitter<{ cambio: []; actividad: [] }>;
  /** A name that was not given before: `wamid.…`, an id of a file. */
  nextId(what: 'wamid' | 'media' | 'nonce' | 'trace'): string;
}

import type { Oracle } from './oracles';
import { attempts, personOf } from './read-trace';

/** 2. Outside the 24 hours only templates are sent, and nothing else is even tried. */
export const respectsWindow: Oracle = (events) =>
  attempts(events)
    .filter(({ tipo, ventana }) => tipo !== 'template' && ventana === false)
    .map((event) => ({
      oracle: 'window of 24 hours',
      a: personOf(event),
      n: event.n,
      detail: `a message of type ${String(event.tipo)} outside the window`,
    }));

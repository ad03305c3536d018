import type { Oracle } from './oracles';
import { named, personOf } from './read-trace';

const SHAPES = new Set([131008, 131009, 131051, 132000, 132012]);

/** 7. What is sent fits: nothing is refused for its shape, its lengths or its parameters. */
export const respectsLimits: Oracle = (events) =>
  named(events, 'envio.rechazado')
    .filter(({ codigo }) => SHAPES.has(Number(codigo)))
    .map((event) => ({
      oracle: 'limits of each message',
      a: personOf(event),
      n: event.n,
      detail: `${String(event.codigo)}: ${String(event.detalle)}`,
    }));

import type { Oracle } from './oracles';
import { attempts, named, personOf } from './read-trace';

const ORACLE = 'files that exist';

/** 4. A file that is sent or asked for is one that there is. */
export const knowsItsFiles: Oracle = (events) => [
  ...attempts(events)
    .filter(({ detalle }) => String(detalle).includes('there is no such media'))
    .map((event) => ({
      oracle: ORACLE,
      a: personOf(event),
      n: event.n,
      detail: 'sent a file that does not exist',
    })),
  ...named(events, 'archivo.consultado')
    .filter(({ existe }) => existe === false)
    .map(({ n, id }) => ({
      oracle: ORACLE,
      n,
      detail: `asked for the file ${String(id)}, which does not exist`,
    })),
];

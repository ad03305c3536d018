import type { TraceEvent } from '../trace';
import type { Oracle, OracleOptions, Violation } from './oracles';
import { byPerson, named } from './read-trace';

const LEAVES = /^\s*(baja|parar|stop|no m[aá]s)\s*$/i;
const RETURNS = /^\s*alta\s*$/i;

const nameOf = ({ cuerpo }: TraceEvent) => String((cuerpo as { name?: string } | undefined)?.name);

function ofPerson(
  a: string,
  events: readonly TraceEvent[],
  { legalTemplates = [] }: OracleOptions,
): Violation[] {
  const found: Violation[] = [];
  let left = false;
  for (const event of events) {
    const text = String(event.texto);
    if (event.que === 'entrante') left = LEAVES.test(text) || (left && !RETURNS.test(text));
    else if (left && event.tipo === 'template' && !legalTemplates.includes(nameOf(event)))
      found.push({ oracle: 'BAJA', a, n: event.n, detail: `the notice ${nameOf(event)} after BAJA` });
  }
  return found;
}

/** 6. After BAJA no notice is sent until ALTA; answers to what the person asks still are. */
export const respectsOptOut: Oracle = (events, options) =>
  [...byPerson(named(events, 'entrante', 'envio.aceptado'))].flatMap(([a, own]) => ofPerson(a, own, options));

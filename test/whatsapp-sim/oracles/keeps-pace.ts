import type { TraceEvent } from '../trace';
import type { Oracle, Violation } from './oracles';
import { attempts, byPerson } from './read-trace';

const ORACLE = 'pace with one person';
const BURST = 45;
const BURST_MS = 6_000;
const FIRST_PAUSE_MS = 1_000;

function ofPerson(a: string, events: readonly TraceEvent[]): Violation[] {
  const found: Violation[] = [];
  events.forEach((event, at) => {
    const before = events[at - BURST];
    if (before && event.en - before.en < BURST_MS)
      found.push({ oracle: ORACLE, a, n: event.n, detail: `more than ${BURST} in six seconds` });
    const previous = events[at - 1];
    if (previous?.codigo === 131056 && event.en - previous.en < FIRST_PAUSE_MS)
      found.push({ oracle: ORACLE, a, n: event.n, detail: 'insisted within a second of 131056' });
  });
  return found;
}

/** 3. No more than 45 in six seconds to one person, and a pause after being told of it. */
export const keepsPace: Oracle = (events) =>
  [...byPerson(attempts(events))].flatMap(([a, own]) => ofPerson(a, own));

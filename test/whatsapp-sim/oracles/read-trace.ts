import type { TraceEvent } from '../trace';

/** The name under which a person appears in an event. */
export const personOf = ({ a, de }: TraceEvent): string =>
  typeof a === 'string' ? a : typeof de === 'string' ? de : '';

export const named = (events: readonly TraceEvent[], ...names: readonly string[]): readonly TraceEvent[] =>
  events.filter(({ que }) => names.includes(que));

/** Every request to send, whatever became of it. */
export const attempts = (events: readonly TraceEvent[]): readonly TraceEvent[] =>
  named(events, 'envio.aceptado', 'envio.rechazado', 'envio.fallado');

/** By person, in order. */
export function byPerson(events: readonly TraceEvent[]): ReadonlyMap<string, readonly TraceEvent[]> {
  const people = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const own = people.get(personOf(event)) ?? [];
    own.push(event);
    people.set(personOf(event), own);
  }
  return people;
}

import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/kernel/canonical-json';

export { canonicalJson };

/** What an event says. Personal values never enter; they appear as commitments. */
export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A fact of a communication's life, linked to the one before it. */
export interface Evento {
  /** 1, 2, 3… within its communication. */
  readonly n: number;
  readonly tipo: string;
  readonly en: Date;
  /** Who did it: `ciudadano`, `sistema`, or an official's internal id. */
  readonly por: string;
  readonly datos: EventData;
  /** Hash of the event before; for the first, of the first event of the previous number in the book. */
  readonly anterior: string;
  readonly hash: string;
}

/** Where a book starts. */
export const GENESIS = createHash('sha256').update('libro de radicados').digest('hex');

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** Closes an event by linking it to `anterior`. */
export function linkEvent(anterior: string, event: Omit<Evento, 'anterior' | 'hash'>): Evento {
  const { n, tipo, en, por, datos } = event;
  const hash = sha256(canonicalJson({ n, tipo, en, por, datos, anterior }));
  return { n, tipo, en, por, datos, anterior, hash };
}

/** The position of the first event that does not follow from the one before it, or undefined when all do. */
export function firstBrokenLink(eventos: readonly Evento[], anterior: string): number | undefined {
  let previous = anterior;
  for (const [index, event] of eventos.entries()) {
    if (event.n !== index + 1 || linkEvent(previous, event).hash !== event.hash) return index;
    if (event.anterior !== previous) return index;
    previous = event.hash;
  }
  return undefined;
}

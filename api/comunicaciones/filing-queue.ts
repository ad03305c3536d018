import { failure, type Failure } from '../base/kernel/failures';
import type { Logger } from '../base/kernel/logger';
import { err, ok, type Result } from '../base/kernel/result';
import type { Book, BookEnd, FilingResult } from './book';
import type { Comunicacion } from './comunicacion';
import { endOf, type NextPlace, type Place } from './place';

/** Something to be filed: it is built once its place is known, again if the place changes. */
export interface Filing<C extends Comunicacion> {
  readonly clave: string;
  readonly huella: string;
  readonly build: (place: Place) => C;
}

interface Deps<C extends Comunicacion> {
  readonly book: Book<C>;
  /** The place after the end of the book. */
  readonly nextPlace: NextPlace;
  readonly logger: Logger;
  readonly batchSize?: number;
}

interface Ticket<C extends Comunicacion> {
  readonly filing: Filing<C>;
  readonly settle: (result: FilingResult<C>) => void;
}

const nextTick = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Another process won every one of so many races in a row: something else is wrong. */
const MAX_RACES = 500;

/**
 * One queue for a series in this process. It numbers last+1 … last+k and sends one ordered insert, so a batch is one
 * commit and the unique index, not a reservation, is what keeps numbers from repeating or leaving gaps.
 */
export class FilingQueue<C extends Comunicacion> {
  private waiting: Ticket<C>[] = [];
  private draining = false;
  private end: BookEnd | undefined;
  private endKnown = false;

  constructor(private readonly deps: Deps<C>) {}

  /** Files in order of arrival. Failures: IDEMPOTENCY_KEY_REUSED, CLOCK_NOT_TRUSTED, STORE_UNAVAILABLE. */
  file(filing: Filing<C>): Promise<FilingResult<C>> {
    return new Promise((settle) => {
      this.waiting.push({ filing, settle });
      if (!this.draining) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.draining = true;
    while (this.waiting.length > 0) {
      // Those who were waiting for the last commit are about to ask for more: they go together in the next one.
      await nextTick();
      await this.fileBatch(this.takeBatch());
    }
    this.draining = false;
  }

  /** Up to a batch, in order; a second filing under the same key waits for the first to settle. */
  private takeBatch(): Ticket<C>[] {
    const { batchSize = 64 } = this.deps;
    const keys = new Set<string>();
    const batch: Ticket<C>[] = [];
    const later: Ticket<C>[] = [];
    for (const ticket of this.waiting) {
      const waits = batch.length === batchSize || keys.has(ticket.filing.clave);
      (waits ? later : batch).push(ticket);
      keys.add(ticket.filing.clave);
    }
    this.waiting = later;
    return batch;
  }

  private async fileBatch(batch: Ticket<C>[]): Promise<void> {
    let pending = batch;
    try {
      for (let races = 0; pending.length > 0 && races < MAX_RACES; races++)
        pending = await this.insert(pending);
    } catch (cause) {
      // Whether the commit landed is unknown: whoever repeats under the same key finds out.
      this.endKnown = false;
      this.deps.logger.error('filing.store-unavailable', { waiting: pending.length }, cause);
    }
    for (const ticket of pending) ticket.settle(err(failure('STORE_UNAVAILABLE')));
  }

  /** Settles what it can and gives back what must be numbered again. */
  private async insert(tickets: Ticket<C>[]): Promise<Ticket<C>[]> {
    const numbered = await this.number(tickets);
    if (!numbered.ok) {
      for (const ticket of tickets) ticket.settle(await this.filedBefore(ticket, numbered));
      return [];
    }
    const { inserted } = await this.deps.book.insertInOrder(numbered.value);
    for (const [i, comunicacion] of numbered.value.slice(0, inserted).entries()) {
      this.end = endOf(comunicacion);
      tickets[i]?.settle(ok({ comunicacion, repetida: false }));
    }
    const collided = tickets[inserted];
    if (!collided) return [];
    const existing = await this.deps.book.findByClave(collided.filing.clave);
    if (!existing) this.endKnown = false;
    else collided.settle(repeated(existing, collided.filing));
    return tickets.slice(existing ? inserted + 1 : inserted);
  }

  /** What was filed before a pause is told as ever; for the rest, why there is no number. */
  private async filedBefore({ filing }: Ticket<C>, otherwise: FilingResult<C>): Promise<FilingResult<C>> {
    const existing = await this.deps.book.findByClave(filing.clave);
    return existing ? repeated(existing, filing) : otherwise;
  }

  private async number(tickets: readonly Ticket<C>[]): Promise<Result<C[], Failure>> {
    if (!this.endKnown) {
      this.end = await this.deps.book.end();
      this.endKnown = true;
    }
    const first = await this.deps.nextPlace(this.end);
    if (!first.ok) return first;
    let place = first.value;
    const numbered: C[] = [];
    for (const { filing } of tickets) {
      const comunicacion = filing.build(place);
      numbered.push(comunicacion);
      place = { ...place, numero: place.numero + 1, anterior: endOf(comunicacion).hash };
    }
    return ok(numbered);
  }
}

function repeated<C extends Comunicacion>(existing: C, filing: Filing<C>): FilingResult<C> {
  if (existing.huella !== filing.huella) return err(failure('IDEMPOTENCY_KEY_REUSED'));
  return ok({ comunicacion: existing, repetida: true });
}

import { CommandError } from '../command-error';

interface Job {
  readonly work: () => unknown;
  readonly done: (value: unknown) => void;
  readonly failed: (cause: unknown) => void;
}

/** What the queue needs from the database: one durable transaction, and a way to forget what an aborted one did in memory. */
export interface Transactions {
  /** Runs the work in one transaction; on return it is on disk, on a throw nothing of it happened. */
  run(work: () => void): void;
  /** Called after a transaction was given up, with what it was given up for. */
  aborted(cause: unknown): void;
}

/** A batch ends early after this long, so that the first writers do not wait for the last. */
const BATCH_MS = 25;

/**
 * One queue for all writes: those that wait together are committed together, in order, with one sync of the disk.
 * A write is a synchronous function; it answers after the commit that holds it. A refusal (CommandError) leaves the
 * others alone because a write refuses before it stores anything; anything else undoes the whole batch, which is then
 * repeated one by one, so that a fault hurts only its own writer. A write that was alone is repeated too when it had run
 * to its end and the commit failed: the second transaction begins from what is on disk.
 */
export class GroupCommit {
  private queue: Job[] = [];
  private scheduled = false;

  constructor(private readonly transactions: Transactions) {}

  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((done, failed) => {
      this.queue.push({ work, done: done as (value: unknown) => void, failed });
      this.schedule();
    });
  }

  /** Settles when every write asked for before has been answered. */
  async drained(): Promise<void> {
    await this.run(() => undefined);
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // The next turn of the loop: every message that arrived with this one joins the batch.
    setImmediate(() => {
      this.scheduled = false;
      this.commit();
      if (this.queue.length > 0) this.schedule();
    });
  }

  private commit(): void {
    const batch: Job[] = [];
    const answers: (() => void)[] = [];
    try {
      this.transactions.run(() => this.attempt(batch, answers));
    } catch (cause) {
      this.transactions.aborted(cause);
      this.giveUp(batch, answers.length, cause);
      return;
    }
    for (const answer of answers) answer();
  }

  private attempt(batch: Job[], answers: (() => void)[]): void {
    const start = performance.now();
    while (this.queue.length > 0 && performance.now() - start < BATCH_MS) {
      const job = this.queue.shift() as Job;
      batch.push(job);
      answers.push(perform(job));
    }
  }

  /** `ran`: how many of the batch had run to their end. */
  private giveUp(batch: readonly Job[], ran: number, cause: unknown): void {
    const [first = this.queue.shift(), ...others] = batch;
    // No transaction began, or the only write of this one threw by itself: it would again.
    if (ran === 0 && others.length === 0) first?.failed(cause);
    else for (const job of batch) this.alone(job);
  }

  private alone(job: Job): void {
    try {
      let answer = (): void => undefined;
      this.transactions.run(() => {
        answer = perform(job);
      });
      answer();
    } catch (cause) {
      this.transactions.aborted(cause);
      job.failed(cause);
    }
  }
}

function perform(job: Job): () => void {
  try {
    const value = job.work();
    return () => job.done(value);
  } catch (cause) {
    if (!(cause instanceof CommandError)) throw cause;
    return () => job.failed(cause);
  }
}

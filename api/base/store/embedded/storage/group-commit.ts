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
  /** Called after a transaction was given up. */
  aborted(): void;
}

/** A batch ends early after this long, so that the first writers do not wait for the last. */
const BATCH_MS = 25;

/**
 * One queue for all writes: those that wait together are committed together, in order, with one sync of the disk.
 * A write is a synchronous function; it answers after the commit that holds it. A refusal (CommandError) leaves the
 * others alone because a write refuses before it stores anything; anything else undoes the whole batch, which is then
 * repeated one by one, so that a fault hurts only its own writer.
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
    try {
      const answers = this.attempt(batch);
      for (const answer of answers) answer();
    } catch (cause) {
      this.transactions.aborted();
      if (batch.length === 1) batch[0]?.failed(cause);
      else for (const job of batch) this.alone(job);
    }
  }

  private attempt(batch: Job[]): (() => void)[] {
    const answers: (() => void)[] = [];
    const start = performance.now();
    this.transactions.run(() => {
      while (this.queue.length > 0 && performance.now() - start < BATCH_MS) {
        const job = this.queue.shift() as Job;
        batch.push(job);
        answers.push(perform(job));
      }
    });
    return answers;
  }

  private alone(job: Job): void {
    try {
      let answer = (): void => undefined;
      this.transactions.run(() => {
        answer = perform(job);
      });
      answer();
    } catch (cause) {
      this.transactions.aborted();
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

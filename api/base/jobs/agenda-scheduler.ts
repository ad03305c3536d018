import { MongoJobRepository } from '@agendajs/mongo-backend';
import { Agenda, type AgendaBackend, type Job } from 'agenda';
import type { mongo } from 'mongoose';
import { newId } from '../kernel/ids';
import type { Logger } from '../kernel/logger';
import { settledUpsert } from '../store/settled-upsert';
import type { Scheduler, Timing } from './scheduler';
import { SweepRunner } from './sweep-runner';

export interface AgendaSchedulerDeps {
  /** mongoose's own database: `connection.getClient().db()`. */
  readonly db: mongo.Db;
  /** Towns may share a database; each has its own sweeps. */
  readonly entidad: string;
  readonly logger: Logger;
  /** How often it looks for what is due, in milliseconds: one query a sweep. */
  readonly processEveryMs?: number;
  /** How long another copy waits before it takes over a sweep whose process died, in milliseconds. */
  readonly lockMs?: number;
}

const COLLECTION = 'barridos';

/** Sweeps on agenda: copies that share a database take turns, and what one left at its death another takes up. */
export function createAgendaScheduler(deps: AgendaSchedulerDeps): Scheduler {
  return new AgendaScheduler(deps);
}

class AgendaScheduler implements Scheduler {
  private readonly runner: SweepRunner;
  private readonly timings = new Map<string, Timing>();
  private readonly lockMs: number;
  /** Marks the locks of this copy. */
  private readonly copy = newId();
  private running: { readonly agenda: Agenda; readonly repository: MongoJobRepository } | undefined;

  constructor(private readonly deps: AgendaSchedulerDeps) {
    this.runner = new SweepRunner(deps.logger);
    this.lockMs = deps.lockMs ?? 30_000;
  }

  every(name: string, timing: Timing, run: () => Promise<void>): void {
    if (this.running) throw new Error(`sweep ${name} is registered after the start`);
    this.runner.add(name, run);
    this.timings.set(name, timing);
  }

  async start(): Promise<void> {
    const { db, processEveryMs = 10_000, logger } = this.deps;
    const repository = new MongoJobRepository({
      mongo: db,
      db: { collection: COLLECTION },
      ensureIndex: false,
    });
    await repository.connect();
    // Two copies that start at once would otherwise both insert the same sweep.
    await repository.collection.createIndex({ name: 1 }, { unique: true });
    const agenda = new Agenda({
      backend: connected(repository),
      name: this.copy,
      processEvery: processEveryMs,
    });
    agenda.on('error', (cause) => logger.error('scheduler.trouble', {}, cause));
    await Promise.all([...this.timings].map(([name, timing]) => this.schedule(agenda, name, timing)));
    await agenda.start();
    this.running = { agenda, repository };
    void this.runner.all();
  }

  runNow = (name: string): Promise<void> => this.runner.fresh(name);

  async stop(): Promise<void> {
    await this.runner.stop();
    if (!this.running) return;
    const { agenda, repository } = this.running;
    this.running = undefined;
    await agenda.drain();
    // Drain leaves locked what this copy had reserved for the next seconds.
    const names = [...this.timings.keys()].map((name) => this.keyOf(name));
    const mine = { name: { $in: names }, lastModifiedBy: this.copy, lockedAt: { $ne: null } };
    await repository.collection.updateMany(mine, { $set: { lockedAt: null } });
  }

  counts = () => this.runner.counts();

  private keyOf = (name: string): string => `${this.deps.entidad}/${name}`;

  private async schedule(agenda: Agenda, name: string, timing: Timing): Promise<void> {
    const { entidad } = this.deps;
    const key = this.keyOf(name);
    const run = (job: Job) => this.underLock(job, () => this.runner.due(name));
    // No lock limit: agenda never gives back the place of a job that waited here longer than its lock lasts (a machine that
    // was suspended, or too busy), and with a limit of one that sweep would not run again. One record a name is limit enough.
    agenda.define(key, run, { concurrency: 1, lockLimit: 0, lockLifetime: this.lockMs });
    const interval = 'cron' in timing ? timing.cron : timing.everyMs;
    const options = { timezone: 'America/Bogota', skipImmediate: true };
    const job = await settledUpsert(() => agenda.every(interval, key, { entidad, esquema: 1 }, options));
    // agenda keeps a job whose expression it cannot read, and never runs it.
    if (!job.attrs.nextRunAt) throw new Error(`the timing of sweep ${name} cannot be read`);
  }

  /** Renews the lock while the sweep runs, so that a long one is not taken over. */
  private async underLock(job: Job, run: () => Promise<void>): Promise<void> {
    let renewal = Promise.resolve();
    const renew = () => {
      renewal = job.touch().catch((cause: unknown) => this.deps.logger.error('scheduler.trouble', {}, cause));
    };
    const timer = setInterval(renew, this.lockMs / 3);
    try {
      await run();
    } finally {
      clearInterval(timer);
      await renewal;
    }
  }
}

// agenda would connect by itself and leave a failure unhandled; and its backend builds indexes for a log nobody keeps.
const connected = (repository: MongoJobRepository): AgendaBackend => ({
  name: 'MongoDB',
  repository,
  ownsConnection: false,
  connect: () => Promise.resolve(),
  disconnect: () => Promise.resolve(),
});

import type { Logger } from '../kernel/logger';
import type { Sweep, SweepCount } from './scheduler';

interface Entry {
  readonly run: Sweep;
  runs: number;
  failures: number;
  current?: Promise<void>;
}

/** The sweeps of this process: one run of each at a time, throws caught and counted. */
export class SweepRunner {
  private readonly entries = new Map<string, Entry>();
  private stopped = false;

  constructor(private readonly logger: Logger) {}

  add(name: string, run: Sweep): void {
    if (this.entries.has(name)) throw new Error(`two sweeps are named ${name}`);
    this.entries.set(name, { run, runs: 0, failures: 0 });
  }

  /** Its time has come: a run, or the one in progress. */
  async due(name: string): Promise<void> {
    const entry = this.entry(name);
    await (entry.current ?? this.begin(name, entry));
  }

  /** A run that begins after this call: those who ask during one run all join the next. */
  async fresh(name: string): Promise<void> {
    await this.entry(name).current;
    await this.due(name);
  }

  /** Each sweep once, one by one. */
  async all(): Promise<void> {
    for (const name of this.entries.keys()) await this.due(name);
  }

  /** Lets nothing begin any more and waits for what runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.entries.values()].flatMap(({ current }) => current ?? []));
  }

  counts(): ReadonlyMap<string, SweepCount> {
    return new Map([...this.entries].map(([name, { runs, failures }]) => [name, { runs, failures }]));
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name);
    if (!entry) throw new Error(`no sweep is named ${name}`);
    return entry;
  }

  private begin(name: string, entry: Entry): Promise<void> {
    if (this.stopped) return Promise.resolve();
    entry.current = this.attempt(name, entry).finally(() => {
      entry.current = undefined;
    });
    return entry.current;
  }

  private async attempt(name: string, entry: Entry): Promise<void> {
    entry.runs += 1;
    try {
      await entry.run();
    } catch (cause) {
      entry.failures += 1;
      this.logger.error('sweep.failed', { sweep: name, failures: entry.failures }, cause);
    }
  }
}

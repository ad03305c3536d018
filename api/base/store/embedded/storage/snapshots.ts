import { randomInt } from 'node:crypto';
import { Timestamp } from 'bson';
import type { Clock } from '../../../kernel/clock';
import { refuse } from '../command-error';
import type { Environment, Frozen, View } from './environment';

/** A snapshot that nobody reads for this long ends. */
const IDLE_MS = 60_000;
/** How many may be open at once: each keeps the file from using again what was written over since. */
const MOST = 4;

/** Who asked for a snapshot: it ends with the session or with the connection that it began on. */
export interface Holder {
  readonly session: string | undefined;
  readonly client: object;
}

/** The database as it was at one instant; each reading refuses with SnapshotUnavailable once it has ended. */
export interface Snapshot extends View {
  readonly time: Timestamp;
}

interface Open {
  readonly snapshot: Snapshot;
  readonly frozen: Frozen;
  readonly holder: Holder;
  usedAt: number;
}

const keyOf = ({ t, i }: Timestamp): string => `${t}.${i}`;

/** The instants that clients read from: the only read transactions that stay open between two pieces of a search. */
export class Snapshots {
  private readonly open = new Map<string, Open>();
  private lastTime: Timestamp | undefined;

  constructor(
    private readonly env: Environment,
    private readonly clock: Clock,
  ) {}

  /** The database as of now. */
  begin(holder: Holder): Snapshot {
    this.endIdle();
    if (this.open.size >= MOST)
      return refuse('SnapshotUnavailable', `${MOST} snapshots are open: one of them has to end first`);
    const time = this.nextTime();
    const key = keyOf(time);
    const snapshot: Snapshot = {
      time,
      get: (id) => this.used(key).get(id),
      entries: (stretch) => this.used(key).entries(stretch),
      onDamage: (where) => this.env.onDamage(where),
    };
    this.open.set(key, { snapshot, frozen: this.env.freeze(), holder, usedAt: this.clock.monotonic() });
    return snapshot;
  }

  /** The snapshot of that time, while it is open. */
  at(time: Timestamp): Snapshot {
    const key = keyOf(time);
    this.used(key);
    return (this.open.get(key) as Open).snapshot;
  }

  endOfSession(session: string): void {
    this.endWhere(({ holder }) => holder.session === session);
  }

  endOfClient(client: object): void {
    this.endWhere(({ holder }) => holder.client === client);
  }

  endIdle(): void {
    const limit = this.clock.monotonic() - IDLE_MS;
    this.endWhere(({ usedAt }) => usedAt < limit);
  }

  endAll(): void {
    this.endWhere(() => true);
  }

  private used(key: string): Frozen {
    this.endIdle();
    const open = this.open.get(key);
    if (!open) return refuse('SnapshotUnavailable', 'the snapshot that was read from has ended');
    open.usedAt = this.clock.monotonic();
    return open.frozen;
  }

  private endWhere(ends: (open: Open) => boolean): void {
    for (const [key, open] of this.open) {
      if (!ends(open)) continue;
      this.open.delete(key);
      open.frozen.close();
    }
  }

  /** Always later; what is random keeps a time given out before a restart from meaning another instant after it. */
  private nextTime(): Timestamp {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const last = this.lastTime;
    const time =
      last && last.t >= now
        ? new Timestamp({ t: last.t, i: last.i + 1 })
        : new Timestamp({ t: now, i: randomInt(1, 2 ** 31) });
    this.lastTime = time;
    return time;
  }
}

/** What a writer tells: that it is about to do something (`done: false`), or that it was acknowledged. */
export interface Told {
  readonly done: boolean;
  /** put: the row has the value n. expire: so too, until a sweep removes it. inc: its value grows by n. */
  readonly op: 'put' | 'delete' | 'expire' | 'inc';
  readonly id: string;
  readonly n: number;
}

interface Counted {
  asked: number;
  acknowledged: number;
}

/** What may be in the store: for each row the states it may be in (`null`: not there), for each counter its bounds. */
export class KnownWrites {
  private readonly rows = new Map<string, Set<number | null>>();
  private readonly counters = new Map<string, Counted>();
  acknowledged = 0;

  hear({ op, id, n, done }: Told): void {
    if (done) this.acknowledged += 1;
    if (op === 'inc') {
      const counted = this.counters.get(id) ?? { asked: 0, acknowledged: 0 };
      this.counters.set(id, counted);
      counted[done ? 'acknowledged' : 'asked'] += n;
      return;
    }
    const states = op === 'delete' ? [null] : op === 'put' ? [n] : [n, null];
    // Asked but not acknowledged: it may have happened or not.
    const before = this.rows.get(id) ?? new Set<number | null>([null]);
    this.rows.set(id, new Set(done ? states : [...before, ...states]));
  }

  /** What these rows cannot be: an acknowledged write that is not there, or something that was never asked. */
  faultsOf(found: ReadonlyMap<string, number>): { lost: string[]; unasked: string[] } {
    const lost: string[] = [];
    for (const [id, states] of this.rows) {
      const state = found.get(id) ?? null;
      if (!states.has(state)) lost.push(`${id} is ${state}, not ${[...states].join(' or ')}`);
    }
    for (const [id, { asked, acknowledged }] of this.counters) {
      const count = found.get(id) ?? 0;
      if (count < acknowledged || count > asked)
        lost.push(`${id} is ${count}, not ${acknowledged} to ${asked}`);
    }
    const unasked = [...found.keys()].filter((id) => !this.rows.has(id) && !this.counters.has(id));
    return { lost, unasked };
  }
}

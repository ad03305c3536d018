import type { CollectionInfo } from '../storage/catalog';
import type { Entry, View } from '../storage/environment';
import { keyOf } from '../storage/key-space';
import type { Stored } from '../storage/read-stored';
import { readStored } from '../storage/read-stored';
import type { FilterNode } from './filter-node';
import { matches } from './matcher';
import type { Plan, PlannedStretch } from './plan';

/** Says after each document looked at whether the reading should pause. */
export type Pause = () => boolean;

const NEVER: Pause = () => false;

/**
 * Reads what a plan leads to, in pieces: between two pieces nothing is held open, so that a long reading neither blocks
 * the others nor keeps old pages alive. Each piece sees the database as it is by then.
 */
export class Reader {
  private stretch = 0;
  private last: Buffer | undefined;
  private readonly seen: Set<string> | undefined;
  examined = 0;

  constructor(
    private readonly view: View,
    private readonly collection: CollectionInfo,
    private readonly plan: Plan,
    private readonly filter: FilterNode,
  ) {
    if (plan.repeats) this.seen = new Set();
  }

  /** Hands over each document that matches until `take` answers false or `pause` true. Answers whether the end was reached. */
  read(take: (found: Stored) => boolean, pause: Pause = NEVER): boolean {
    for (; this.stretch < this.plan.stretches.length; this.stretch++, this.last = undefined) {
      const stopped = this.readStretch(take, pause);
      if (stopped) return false;
    }
    return true;
  }

  private readStretch(take: (found: Stored) => boolean, pause: Pause): boolean {
    for (const { key, value } of this.entries()) {
      this.last = key;
      this.examined += 1;
      const found = this.candidate(key, value);
      const goOn = !found || !matches(this.filter, found.document) || take(found);
      if (!goOn || pause()) return true;
    }
    return false;
  }

  private entries(): Iterable<Entry> {
    const whole = this.plan.stretches[this.stretch] as PlannedStretch;
    if (!whole.only) return this.view.entries({ ...this.remaining(whole), reverse: this.plan.reverse });
    const value = this.last ? undefined : this.view.get(whole.from);
    return value ? [{ key: whole.from, value }] : [];
  }

  private remaining(whole: PlannedStretch): { from: Buffer; to: Buffer } {
    if (!this.last) return whole;
    // The key itself with one more byte is the first after it.
    return this.plan.reverse
      ? { from: whole.from, to: this.last }
      : { from: Buffer.concat([this.last, Buffer.alloc(1)]), to: whole.to };
  }

  private candidate(key: Buffer, value: Buffer): Stored | undefined {
    if (!this.plan.index) return readStored(this.view, this.collection, key.subarray(4), value);
    if (this.seen) {
      const text = value.toString('latin1');
      if (this.seen.has(text)) return undefined;
      this.seen.add(text);
    }
    const stored = this.view.get(keyOf(this.collection.id, value));
    return stored && readStored(this.view, this.collection, value, stored);
  }
}

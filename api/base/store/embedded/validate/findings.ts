import type { Fault } from './fault';

/** How many faults of each kind are told one by one; the rest are counted. */
const TOLD = 100;

/** What a validation found so far, in bounded memory. */
export class Findings {
  private readonly counts = new Map<Fault['kind'], number>();
  private readonly faulty = new Set<string>();
  readonly told: Fault[] = [];
  records = 0;
  /** Entries of each index, by its name. */
  readonly entries = new Map<string, number>();

  add(fault: Fault): void {
    const count = this.count(fault.kind) + 1;
    this.counts.set(fault.kind, count);
    if ('index' in fault) this.faulty.add(fault.index);
    if (count <= TOLD) this.told.push(fault);
  }

  count = (kind: Fault['kind']): number => this.counts.get(kind) ?? 0;

  /** Whether nothing was found in that index. */
  whole = (index: string): boolean => !this.faulty.has(index);

  get valid(): boolean {
    return this.counts.size === 0;
  }
}

import type { DiskEvent, Recording } from './disk-recording';
import { KnownWrites } from './known-writes';
import { randomFrom } from './random-from';

/** A disk as a power cut may leave it. */
export interface Image {
  /** Its number among all images of the recording. */
  readonly number: number;
  /** Index of the event after which the power was cut. */
  readonly moment: number;
  readonly variant: string;
  /** The file's bytes; undefined: its name is not in the folder. */
  readonly content: Buffer | undefined;
  /** What the writers knew at that moment; it goes on growing with the next image. */
  readonly known: KnownWrites;
}

/** Which syncs of the recording a control leaves out: those of the pages, or all. */
export type LeftOut = 'nothing' | 'page-syncs' | 'all-syncs';

const SECTOR = 512;

interface Write {
  readonly at: number;
  readonly bytes: Buffer;
  readonly durable: boolean;
}

const endOf = ({ at, bytes }: Write): number => at + bytes.length;

/** What is surely on the disk, and the writes that may be there in part. */
class Disk {
  private sure = Buffer.alloc(0);
  private pending: Write[] = [];
  named: 'no' | 'perhaps' | 'yes' = 'no';

  constructor(private readonly leftOut: LeftOut) {}

  get isClean(): boolean {
    return this.pending.length === 0;
  }

  take(event: DiskEvent, bytes: Buffer): void {
    if (event.kind === 'write') this.pending.push({ at: event.at, bytes, durable: event.durable });
    else if (event.kind === 'landed' && this.leftOut !== 'all-syncs') this.land();
    else if (event.kind === 'synced' && this.leftOut === 'nothing') this.settle(this.pending.splice(0));
    else if (event.kind === 'named') this.named = 'perhaps';
    else if (event.kind === 'folder-synced' && this.named === 'perhaps') this.named = 'yes';
    // The embedded store never cuts its file; it would have to be decided here what a power cut does to that.
    else if (event.kind === 'resized') throw new Error('the recording resizes the file');
  }

  /** The sure bytes and of each pending write the sectors that `chosen` accepts; `long`: the file has grown all the same. */
  content(chosen: () => boolean, long: boolean): Buffer {
    const pieces = this.pending.flatMap((write) => sectorsOf(write).filter(chosen));
    const size = Math.max(this.sure.length, ...(long ? this.pending : pieces).map(endOf));
    const content = Buffer.alloc(size);
    this.sure.copy(content);
    for (const { at, bytes } of pieces) bytes.copy(content, at);
    return content;
  }

  private land(): void {
    const index = this.pending.findLastIndex(({ durable }) => durable);
    this.settle(this.pending.splice(index, 1));
  }

  private settle(writes: readonly Write[]): void {
    const size = Math.max(this.sure.length, ...writes.map(endOf));
    if (size > this.sure.length) this.sure = Buffer.concat([this.sure], size);
    for (const { at, bytes } of writes) bytes.copy(this.sure, at);
  }
}

function sectorsOf({ at, bytes, durable }: Write): Write[] {
  const sectors: Write[] = [];
  for (let from = at; from < at + bytes.length;) {
    const to = Math.min(at + bytes.length, (Math.floor(from / SECTOR) + 1) * SECTOR);
    sectors.push({ at: from, bytes: bytes.subarray(from - at, to - at), durable });
    from = to;
  }
  return sectors;
}

function* variantsOf(disk: Disk, perMoment: number, random: () => number) {
  const named = disk.named !== 'no';
  if (disk.named !== 'yes') yield { variant: 'no name', content: undefined };
  if (named) yield { variant: 'none', content: disk.content(() => false, false) };
  if (!named || disk.isClean) return;
  yield { variant: 'all', content: disk.content(() => true, true) };
  for (let n = 1; n <= perMoment; n++) {
    const share = n % 3 === 0 ? random() : 0.5;
    const content = disk.content(() => random() < share, random() < 0.5);
    yield { variant: `sectors ${n}`, content };
  }
}

const MOMENTS: ReadonlySet<string> = new Set(['write', 'landed', 'synced', 'named', 'folder-synced']);

export interface Choices {
  readonly seed: number;
  /** Random subsets of sectors at each moment, besides none and all. */
  readonly perMoment: number;
  readonly leftOut: LeftOut;
}

/** Every image of a recording: at each write and each sync, what is sure and none, all or some sectors of the rest. */
export function* crashImages({ events, bytes }: Recording, choices: Choices): Generator<Image> {
  const disk = new Disk(choices.leftOut);
  const known = new KnownWrites();
  let offset = 0;
  let number = 0;
  for (const [moment, event] of events.entries()) {
    if (event.kind === 'told') known.hear(event.told);
    const size = event.kind === 'write' ? event.size : 0;
    disk.take(event, bytes.subarray(offset, offset + size));
    offset += size;
    if (!MOMENTS.has(event.kind)) continue;
    const random = randomFrom(choices.seed * 1_000_003 + moment);
    for (const image of variantsOf(disk, choices.perMoment, random))
      yield { number: number++, moment, known, ...image };
  }
}

import { Long } from 'bson';
import { refuse } from '../command-error';

/** Hands over the next documents as BSON, until the end. */
export interface Source {
  next(most: number): Promise<{ batch: Buffer[]; ended: boolean }>;
}

interface Open {
  readonly namespace: string;
  readonly source: Source;
  usedAt: number;
}

const IDLE_MS = 600_000;
const DEFAULT_FIRST = 101;
/** A reply stays under MongoDB's limit of a message; what is left waits for the next one. */
const REPLY_BYTES = 16 * 1024 * 1024;

/** Turns a source into pieces by number and bytes. */
class Pieces {
  private waiting: Buffer[] = [];
  private ended = false;

  constructor(private readonly source: Source) {}

  async take(most: number): Promise<{ batch: Buffer[]; ended: boolean }> {
    const batch: Buffer[] = [];
    let bytes = 0;
    while (batch.length < most) {
      if (this.waiting.length === 0 && !this.ended) {
        const piece = await this.source.next(Math.min(most - batch.length, 1000));
        this.waiting = piece.batch;
        this.ended = piece.ended;
      }
      const next = this.waiting[0];
      if (!next || (batch.length > 0 && bytes + next.length > REPLY_BYTES)) break;
      batch.push(next);
      bytes += next.length;
      this.waiting.shift();
    }
    return { batch, ended: this.ended && this.waiting.length === 0 };
  }
}

/** The cursors that clients have not read to their end. */
export class Cursors {
  private readonly open = new Map<string, Open & { pieces: Pieces }>();
  private lastId = 0n;

  /** The first batch, and a cursor for the rest if there is any. */
  async begin(
    namespace: string,
    source: Source,
    batchSize: number | undefined,
    single: boolean,
  ): Promise<{ batch: Buffer[]; id: Long }> {
    const pieces = new Pieces(source);
    const { batch, ended } = await pieces.take(batchSize ?? DEFAULT_FIRST);
    if (ended || single) return { batch, id: Long.ZERO };
    this.dropIdle();
    const id = Long.fromBigInt((this.lastId += 1n));
    this.open.set(id.toString(), { namespace, source, pieces, usedAt: performance.now() });
    return { batch, id };
  }

  async more(
    id: Long,
    namespace: string,
    batchSize: number | undefined,
  ): Promise<{ batch: Buffer[]; id: Long }> {
    const key = id.toString();
    const cursor = this.open.get(key);
    if (!cursor || cursor.namespace !== namespace)
      return refuse('CursorNotFound', `cursor id ${key} not found`);
    cursor.usedAt = performance.now();
    try {
      const { batch, ended } = await cursor.pieces.take(batchSize || Number.POSITIVE_INFINITY);
      if (ended) this.open.delete(key);
      return { batch, id: ended ? Long.ZERO : id };
    } catch (cause) {
      this.open.delete(key);
      throw cause;
    }
  }

  /** True when there was such a cursor. */
  kill = (id: Long): boolean => this.open.delete(id.toString());

  private dropIdle(): void {
    const limit = performance.now() - IDLE_MS;
    for (const [id, { usedAt }] of this.open) if (usedAt < limit) this.open.delete(id);
  }
}

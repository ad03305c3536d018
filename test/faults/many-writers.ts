import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError, MongoClient } from 'mongodb';
import { randomFrom } from './random-from';

interface Row {
  _id: string;
  /** Unique where it is there: a few values for all writers, so that many collide. */
  clave?: string;
  n: number;
  texto: string;
}

/** What a row may be: its `n`; null: not there. Several where the answer did not tell. */
type States = ReadonlySet<number | null>;

/** One operation of a command and what it makes of its row when it is carried out. */
interface Planned {
  readonly id: string;
  readonly state: number | null;
  readonly operation: AnyBulkWriteOperation<Row>;
}

export interface Outcome {
  commands: number;
  acknowledged: number;
  refused: number;
  /** Commands that failed as a whole: nobody knows which of their writes happened. */
  unanswered: number;
  /** What the store holds and was not answered so. */
  wrong: string[];
}

const ROWS_PER_WRITER = 60;
const MOST_OPERATIONS = 128;
const CLAVES = 40;
/** From less than a page to fifteen: short ones lie together, long ones have pages of their own. */
const MOST_TEXT = 60_000;

const nothing = (): Outcome => ({ commands: 0, acknowledged: 0, refused: 0, unanswered: 0, wrong: [] });

/** One citizen's worth of commands: rows of its own, a key that others want too, some rows twice in one command. */
class Writer {
  private readonly known = new Map<string, States>();
  private n = 0;

  constructor(
    private readonly rows: Collection<Row>,
    private readonly name: string,
    private readonly random: () => number,
    private readonly outcome: Outcome,
  ) {}

  private below = (most: number): number => Math.floor(this.random() * most);

  private planned(before: string | undefined, ordered: boolean): Planned {
    const id = before && this.random() < 0.3 ? before : `${this.name}-${this.below(ROWS_PER_WRITER)}`;
    // Without an order the driver sends removals apart.
    if (ordered && this.random() < 0.2)
      return { id, state: null, operation: { deleteOne: { filter: { _id: id } } } };
    const n = ++this.n;
    const texto = 'x'.repeat(this.below(this.random() < 0.5 ? 1500 : MOST_TEXT));
    const clave = this.random() < 0.1 ? { clave: `c${this.below(CLAVES)}` } : {};
    const update = { $set: { n, texto, ...clave } };
    return { id, state: n, operation: { updateOne: { filter: { _id: id }, update, upsert: true } } };
  }

  async command(): Promise<void> {
    const ordered = this.random() < 0.5;
    const plan: Planned[] = [];
    const many = this.random() < 0.3 ? 1 + this.below(MOST_OPERATIONS) : 1 + this.below(4);
    while (plan.length < many) plan.push(this.planned(plan.at(-1)?.id, ordered));
    const maxTimeMS = this.random() < 0.05 ? 1 : undefined;
    this.outcome.commands += 1;
    try {
      await this.rows.bulkWrite(
        plan.map(({ operation }) => operation),
        { ordered, maxTimeMS },
      );
      this.hear(plan, new Set(), plan.length);
    } catch (cause) {
      this.failed(plan, ordered, cause);
    }
  }

  private failed(plan: readonly Planned[], ordered: boolean, cause: unknown): void {
    const errors = cause instanceof MongoBulkWriteError ? [cause.writeErrors].flat() : [];
    if (errors.length > 0) {
      const refused = new Set(errors.map(({ index }) => index));
      return this.hear(plan, refused, ordered ? Math.min(...refused) + 1 : plan.length);
    }
    this.outcome.unanswered += 1;
    for (const { id, state } of plan) this.known.set(id, new Set([...this.statesOf(id), state]));
  }

  /** The first `tried` were carried out, but for those refused. */
  private hear(plan: readonly Planned[], refused: ReadonlySet<number>, tried: number): void {
    for (const [index, { id, state }] of plan.slice(0, tried).entries()) {
      if (refused.has(index)) continue;
      this.known.set(id, new Set([state]));
      this.outcome.acknowledged += 1;
    }
    this.outcome.refused += refused.size;
  }

  private statesOf = (id: string): States => this.known.get(id) ?? new Set([null]);

  check(found: ReadonlyMap<string, number>): void {
    for (let i = 0; i < ROWS_PER_WRITER; i++) {
      const id = `${this.name}-${i}`;
      const state = found.get(id) ?? null;
      const may = this.statesOf(id);
      if (!may.has(state)) this.outcome.wrong.push(`${id} is ${state}, not ${[...may].join(' or ')}`);
    }
  }
}

/** So many writers at once, until `goOn` says no; then what the store holds is compared with what it answered. */
export async function manyWriters(
  uri: string,
  { writers, seed, goOn }: { writers: number; seed: number; goOn: (outcome: Outcome) => boolean },
): Promise<Outcome> {
  const client = await MongoClient.connect(uri, { maxPoolSize: writers });
  const outcome = nothing();
  try {
    const rows = client.db().collection<Row>('muchas');
    await rows.createIndex({ clave: 1 }, { unique: true, sparse: true });
    await rows.createIndex({ n: -1 });
    const all = Array.from(
      { length: writers },
      (_, i) => new Writer(rows, `w${i}`, randomFrom(seed + i), outcome),
    );
    await Promise.all(
      all.map(async (writer) => {
        while (goOn(outcome)) await writer.command();
      }),
    );
    const found = new Map<string, number>();
    for await (const { _id, n } of rows.find({}, { projection: { n: 1 } })) found.set(_id, n);
    for (const writer of all) writer.check(found);
    return outcome;
  } finally {
    await client.close();
  }
}

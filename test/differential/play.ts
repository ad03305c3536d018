import { EJSON, type Document } from 'bson';
import { type Collection, type Db, MongoBulkWriteError, MongoNetworkError, MongoServerError } from 'mongodb';
import { COLLECTIONS, type Operation, isWrite } from './operations';

/** What came of one operation, as canonical EJSON: the reply or the error and, after a write, all documents. */
export interface Played {
  readonly reply: string;
  readonly documents: string;
}

/** Values as they are stored: numbers keep their width. */
const AS_STORED = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

const RECENT_MS = 600_000;

/** Canonical EJSON, the order of fields included; instants of the play and ids made by a server have names instead. */
export function canonical(value: unknown, began: number, made: string[]): string {
  const text = EJSON.stringify({ value } as Document, { relaxed: false });
  const dated = text.replace(/\{"\$date":\{"\$numberLong":"(\d+)"\}\}/g, (whole, ms: string) =>
    Math.abs(Number(ms) - began) < RECENT_MS ? '"<now>"' : whole,
  );
  return made
    .reduce((done, id, at) => done.replaceAll(id, `<made ${at}>`), dated)
    .slice('{"value":'.length, -1);
}

/** Neither 0…01 nor f…ff, which the generator makes. */
const MADE_ID = /"\$oid":"((?!0{23}1|f{24})[0-9a-f]{24})"/g;

const method: Record<Operation['op'], (collection: Collection, args: Document) => Promise<unknown>> = {
  insertOne: async (to, { document }) => [(await to.insertOne({ ...(document as Document) })).insertedId],
  insertMany: async (to, { documents, ...options }) =>
    (
      await to.insertMany(
        (documents as Document[]).map((one) => ({ ...one })),
        options,
      )
    ).insertedCount,
  updateOne: (to, { filter, update, ...options }) => to.updateOne(filter, update, options).then(counts),
  updateMany: (to, { filter, update, ...options }) => to.updateMany(filter, update, options).then(counts),
  replaceOne: (to, { filter, replacement, ...options }) =>
    to.replaceOne(filter, replacement, options).then(counts),
  deleteOne: async (to, { filter }) => (await to.deleteOne(filter)).deletedCount,
  deleteMany: async (to, { filter }) => (await to.deleteMany(filter)).deletedCount,
  findOneAndUpdate: (to, { filter, update, ...options }) =>
    to.findOneAndUpdate(filter, update, { ...options, ...AS_STORED }),
  findOneAndReplace: (to, { filter, replacement, ...options }) =>
    to.findOneAndReplace(filter, replacement, { ...options, ...AS_STORED }),
  findOneAndDelete: (to, { filter, ...options }) => to.findOneAndDelete(filter, { ...options, ...AS_STORED }),
  createIndex: (to, { key, options }) => to.createIndex(key, options),
  dropIndex: async (to, { name }) => {
    await to.dropIndex(name);
    return 'dropped';
  },
  find: (to, { filter, ...options }) => to.find(filter, { ...options, ...AS_STORED }).toArray(),
  count: (to, { filter }) => to.countDocuments(filter),
  // The order of what is distinct is nobody's promise.
  distinct: async (to, { key, filter }) =>
    (await to.distinct(key as string, filter, AS_STORED))
      .map((value: unknown) => EJSON.stringify({ value }, { relaxed: false }))
      .toSorted(),
  aggregate: (to, { pipeline }) => to.aggregate(pipeline, AS_STORED).toArray(),
};

const counts = ({ matchedCount, modifiedCount, upsertedId }: Document): Document => ({
  matched: Number(matchedCount),
  modified: Number(modifiedCount),
  upsertedId,
});

/** Of an error: code and key, and for several writes which and how many were done. Texts are not compared. */
function failure(cause: unknown): Document {
  if (cause instanceof MongoBulkWriteError) {
    const errors = [cause.writeErrors].flat();
    return {
      inserted: cause.insertedCount,
      errors: errors.map(({ index, err }) => ({ index, ...keyed(err) })),
    };
  }
  if (cause instanceof MongoServerError)
    return { error: keyed({ ...cause.errorResponse, code: cause.code }) };
  if (cause instanceof MongoNetworkError) return { error: 'the connection was closed' };
  throw cause;
}

/** The key of a duplicate is one text, so that a rule can leave it out. */
const keyed = ({ code, keyPattern, keyValue }: Document): Document => ({
  code: String(code),
  ...(keyPattern ? { key: EJSON.stringify({ keyPattern, keyValue }, { relaxed: false }) } : {}),
});

async function allDocuments(db: Db): Promise<Document[][]> {
  return Promise.all(
    COLLECTIONS.map((name) => db.collection(name).find({}, AS_STORED).sort({ _id: 1 }).toArray()),
  );
}

/** The order of an index's options says nothing. */
const inOrder = (spec: Document): Document =>
  Object.fromEntries(Object.entries(spec).toSorted(([x], [y]) => (x < y ? -1 : 1)));

/** Indexes of a preparation end in `_id`; those of a list do not. */
const isOfList = ({ key, name }: Document): boolean => name === '_id_' || !('_id' in key);

async function allIndexes(db: Db): Promise<Document[]> {
  const listed = await Promise.all(
    COLLECTIONS.map((name) => db.collection(name).listIndexes().toArray().catch(failure)),
  );
  return listed.map((list) =>
    Array.isArray(list)
      ? list
          .filter(isOfList)
          .map(inOrder)
          .toSorted((x, y) => (x.name < y.name ? -1 : 1))
      : list,
  );
}

/** Some servers refuse to drop what is not there. */
function isGone(cause: unknown): void {
  if (!(cause instanceof MongoServerError && /ns not found/.test(cause.message))) throw cause;
}

export interface PlayOptions {
  /** Epoch milliseconds when the play began. */
  readonly began: number;
  /** What is done with the empty database first, for example indexes that must not change any answer. */
  readonly prepare?: () => Promise<unknown>;
}

/** Plays one list on an empty database; the last of what it gives are the indexes. */
export async function play(
  db: Db,
  list: readonly Operation[],
  { began, prepare }: PlayOptions,
): Promise<Played[]> {
  for (const name of COLLECTIONS) await db.collection(name).drop().catch(isGone);
  await prepare?.();
  const made: string[] = [];
  const written = (value: unknown): string => {
    for (const [, id = ''] of EJSON.stringify({ value } as Document).matchAll(MADE_ID))
      if (!made.includes(id)) made.push(id);
    return canonical(value, began, made);
  };
  const played: Played[] = [];
  for (const operation of list) {
    const reply = written(
      await method[operation.op](db.collection(operation.on), operation.args).catch(failure),
    );
    played.push({ reply, documents: isWrite(operation) ? written(await allDocuments(db)) : '' });
  }
  return [...played, { reply: written(await allIndexes(db)), documents: '' }];
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EJSON } from 'bson';
import type { Collection, Db, Document } from 'mongodb';
import { DBRef, Int32, ObjectId } from 'mongodb';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';

interface Row {
  _id: number;
  a?: number | null;
  texto?: string;
  lista?: number[];
}

describe('commands of the embedded store, through the real driver', () => {
  let store: TestStore;
  let db: Db;
  let made = 0;
  beforeAll(async () => {
    store = await openTestStore();
    db = store.client.db('c');
  });
  afterAll(() => store.close());

  const rows = async (count: number): Promise<Collection<Row>> => {
    const collection = db.collection<Row>(`r${(made += 1)}`);
    await collection.insertMany(Array.from({ length: count }, (_, n) => ({ _id: n, a: n % 10 })));
    return collection;
  };
  const failure = async (work: Promise<unknown>): Promise<Record<string, unknown>> =>
    work.then(
      () => ({}),
      (cause: unknown) => cause as Record<string, unknown>,
    );

  it('stores every document as it was sent, _id first', async () => {
    const collection = db.collection('orden');
    await collection.insertOne({ z: 1, b: { y: 1, x: 2 }, a: null });
    expect(Object.keys((await collection.findOne({})) ?? {})).toEqual(['_id', 'z', 'b', 'a']);
    await db.command({ insert: 'orden', documents: [{ z: 1 }] });
    expect(await collection.countDocuments({ _id: { $type: 'objectId' } })).toBe(2);
  });

  it.each([
    ['a name with a dollar', { $a: 1 }, 52],
    ['a name with a dollar inside', { a: { $b: 1 } }, 52],
    ['a dollar in a list', { a: [{ $b: 1 }] }, 52],
    ['an expression', { $regularExpression: { pattern: 'a', options: '' } }, 2],
    ['a list', [1], 2],
  ])('refuses an _id with %s, and inserts the others', async (_what, id, code) => {
    const name = `id${(made += 1)}`;
    const bad = EJSON.parse(JSON.stringify({ _id: id, x: 1 })) as Document;
    const reply = await db.command({ insert: name, documents: [bad, { _id: 2 }], ordered: false });
    expect(reply).toMatchObject({ n: 1, writeErrors: [{ index: 0, code }] });
    const upsert = { q: { x: 1 }, u: bad, upsert: true };
    const upserted = await db.command({ update: name, updates: [upsert] });
    expect(upserted).toMatchObject({ n: 0, writeErrors: [{ index: 0, code }] });
    expect(await db.collection(name).countDocuments({ x: 1 })).toBe(0);
  });

  it('takes an _id that is null, with a dot or a reference: each once', async () => {
    const reference = new DBRef('c', new ObjectId());
    const documents = [{ _id: null }, { _id: { 'a.b': 1 } }, { _id: { de: reference } }];
    expect(await db.command({ insert: 'raros', documents })).toMatchObject({ n: 3 });
    expect(await db.collection('raros').countDocuments({ _id: { $type: 'null' } })).toBe(1);
    const again = await db.command({ insert: 'raros', documents, ordered: false });
    expect(again.writeErrors).toHaveLength(3);
  });

  it('ends a killed cursor, and forgets it', async () => {
    const collection = await rows(300);
    const cursor = collection.find().batchSize(10);
    await cursor.next();
    const id = cursor.id;
    await cursor.close();
    const gone = await failure(db.command({ getMore: id, collection: collection.collectionName }));
    expect(gone.code).toBe(43);
  });

  it('splits replies over 16 MB', async () => {
    const collection = db.collection<Row>('grandes');
    const texto = 'x'.repeat(1_000_000);
    for (let n = 0; n < 20; n++) await collection.insertOne({ _id: n, texto });
    expect(await collection.find().batchSize(1000).toArray()).toHaveLength(20);
  });

  it('refuses a document over 16 MB and goes on', async () => {
    const collection = db.collection<Row>('limite');
    const texto = 'x'.repeat(16 * 1024 * 1024 - 60);
    await collection.insertOne({ _id: 1, texto });
    const grown = await failure(
      collection.updateOne({ _id: 1 }, { $set: { lista: Array<number>(100).fill(7) } }),
    );
    expect(grown.code).toBe(10334);
    expect(await collection.countDocuments()).toBe(1);
  });

  it('gives a search up when its time is over', async () => {
    const collection = await rows(20_000);
    const slow = failure(
      collection
        .find({ $or: [{ texto: /a/ }, { texto: /b/ }] })
        .maxTimeMS(1)
        .toArray(),
    );
    expect((await slow).code).toBe(50);
  });

  it('lets others have their turn during a long search', async () => {
    const collection = await rows(20_000);
    const order: string[] = [];
    const long = collection.countDocuments({ texto: 'no' }).then(() => order.push('long'));
    await collection.findOne({ _id: 5 }).then(() => order.push('short'));
    await long;
    expect(order).toEqual(['short', 'long']);
  });

  it('updates and deletes many, also when there are too many for one commit', async () => {
    const collection = await rows(6_000);
    expect(await collection.updateMany({ a: 3 }, { $inc: { a: 100 } })).toMatchObject({
      matchedCount: 600,
      modifiedCount: 600,
    });
    expect(await collection.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 6_000 });
    expect(
      await collection.updateOne({ texto: 'nadie' }, { $set: { a: 2 } }, { upsert: true }),
    ).toMatchObject({ upsertedCount: 1 });
    expect(await collection.findOneAndDelete({ a: 1 }, { sort: { _id: -1 } })).toMatchObject({ _id: 5_999 });
    expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 5_999 });
  });

  it.each([
    [
      'update',
      'updates',
      { q: { _id: 1 }, u: { $set: { a: 50 } } },
      { q: { $nada: 1 }, u: { $set: { a: 50 } } },
    ],
    ['delete', 'deletes', { q: { _id: 1 }, limit: 1 }, { q: { $nada: 1 }, limit: 1 }],
  ])(
    'refuses a statement of %s that cannot be read when its turn comes',
    async (command, list, good, bad) => {
      const { collectionName } = await rows(3);
      const ordered = await db.command({ [command]: collectionName, [list]: [good, bad, good] });
      expect(ordered).toMatchObject({ n: 1, writeErrors: [{ index: 1, code: 2 }] });
      const last = { ...good, q: { _id: 2 } };
      const unordered = await db.command({ [command]: collectionName, [list]: [bad, last], ordered: false });
      expect(unordered).toMatchObject({ n: 1, writeErrors: [{ index: 0, code: 2 }] });
    },
  );

  it('takes a comment with every command', async () => {
    const { collectionName: name } = await rows(3);
    const comment = { de: ['quien', 1] };
    const commands: Document[] = [
      { find: name },
      { aggregate: name, pipeline: [], cursor: {} },
      { insert: name, documents: [{ _id: 9 }] },
      { update: name, updates: [{ q: { _id: 9 }, u: { $set: { a: 1 } } }] },
      { findAndModify: name, query: { _id: 9 }, update: { $set: { a: 2 } } },
      { count: name },
      { distinct: name, key: 'a' },
      { createIndexes: name, indexes: [{ key: { a: 1 }, name: 'a_1' }] },
      { listIndexes: name },
      { delete: name, deletes: [{ q: {}, limit: 0 }] },
      { drop: name },
    ];
    for (const command of commands)
      expect(await db.command({ ...command, comment })).toMatchObject({ ok: 1 });
  });

  it('counts an update that changes nothing as matched, not modified', async () => {
    const collection = await rows(1);
    expect(await collection.updateOne({ _id: 0 }, { $set: { a: 0 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
  });

  it('builds an index over documents in pieces while writes go on', async () => {
    const collection = await rows(5_000);
    const building = collection.createIndex({ a: 1, _id: 1 });
    await Promise.all(Array.from({ length: 50 }, (_, n) => collection.insertOne({ _id: 10_000 + n, a: 77 })));
    await building;
    expect(await collection.countDocuments({ a: 77 }, { hint: 'a_1__id_1' })).toBe(50);
    expect(await collection.countDocuments({ a: 3 }, { hint: 'a_1__id_1' })).toBe(500);
  });

  it('leaves no unique index over documents that repeat', async () => {
    const collection = await rows(30);
    const clash = await failure(collection.createIndex({ a: 1 }, { unique: true }));
    expect(clash).toMatchObject({ code: 11000, keyPattern: { a: 1 } });
    expect(await collection.indexes()).toHaveLength(1);
    await collection.insertOne({ _id: 99, a: 1 });
  });

  it('keeps unique what a sparse, partial or multikey index says', async () => {
    const collection = db.collection<Row>('unicos');
    await collection.createIndex({ a: 1 }, { unique: true, sparse: true });
    await collection.createIndex(
      { lista: 1 },
      { unique: true, partialFilterExpression: { lista: { $exists: true } } },
    );
    await collection.insertMany([
      { _id: 1 },
      { _id: 2 },
      { _id: 3, a: null },
      { _id: 4, a: 1, lista: [1, 1, 2] },
    ]);
    expect(await failure(collection.insertOne({ _id: 5, a: null }))).toMatchObject({
      code: 11000,
      keyValue: { a: null },
    });
    expect(await failure(collection.insertOne({ _id: 6, lista: [9, 2] }))).toMatchObject({
      code: 11000,
      keyValue: { lista: 2 },
    });
    await collection.updateOne({ _id: 4 }, { $set: { lista: [7] } });
    await collection.insertOne({ _id: 7, lista: [1] });
  });

  it('refuses arrays in two fields of one index', async () => {
    const collection = db.collection('paralelas');
    await collection.createIndex({ x: 1, y: 1 });
    expect((await failure(collection.insertOne({ x: [1], y: [2] }))).code).toBe(171);
    await collection.insertOne({ x: [1], y: 2 });
  });

  it('drops a collection, its indexes and its keys, and starts again from nothing', async () => {
    const collection = await rows(2_500);
    await collection.createIndex({ a: 1 });
    expect(await collection.drop()).toBe(true);
    expect(await collection.countDocuments()).toBe(0);
    await collection.insertOne({ _id: 1 });
    expect(await collection.indexes()).toHaveLength(1);
    expect(
      (await db.listCollections({ name: collection.collectionName }).toArray()).map(({ name }) => name),
    ).toEqual([collection.collectionName]);
  });

  it('tells the modified document of findAndModify, before and after', async () => {
    const collection = await rows(3);
    const after = { returnDocument: 'after' } as const;
    expect(await collection.findOneAndUpdate({ _id: 1 }, { $inc: { a: 5 } })).toEqual({ _id: 1, a: 1 });
    expect(
      await collection.findOneAndUpdate(
        { _id: 1 },
        { $inc: { a: 5 } },
        { ...after, projection: { a: 1, _id: 0 } },
      ),
    ).toEqual({ a: 11 });
    expect(await collection.findOneAndReplace({ _id: 9 }, { a: 4 }, { ...after, upsert: true })).toEqual({
      _id: 9,
      a: 4,
    });
    expect(await collection.findOneAndUpdate({ _id: 77 }, { $inc: { a: 5 } })).toBeNull();
    expect(new Int32(await collection.countDocuments()).value).toBe(4);
  });
});

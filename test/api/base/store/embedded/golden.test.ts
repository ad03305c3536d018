import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EJSON, type Document } from 'bson';
import type { Collection, Db, FindOptions } from 'mongodb';
import { parse } from 'yaml';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';

interface Case {
  name: string;
  expr?: unknown;
  value?: unknown;
  find?: Document;
  sort?: Document;
  skip?: number;
  limit?: number;
  project?: Document;
  pipeline?: Document[];
  doc?: Document;
  update?: Document | Document[];
  arrayFilters?: Document[];
  upsert?: boolean;
  ids?: unknown[];
  result?: unknown;
  code?: number;
}

interface Group {
  group: string;
  docs?: Document[];
  /** Of an expression: the document it looks at. */
  doc?: Document;
  /** Other collections, by name. */
  foreign?: Record<string, Document[]>;
  cases: Case[];
}

const read = (name: string): Group[] =>
  parse(readFileSync(join(__dirname, '../../../../golden/store', `${name}.yaml`), 'utf8')) as Group[];

/** EJSON that keeps the width of numbers. */
const fromJson = <T>(value: T): T => EJSON.parse(JSON.stringify(value), { relaxed: false }) as T;
const canonical = (value: unknown): unknown =>
  JSON.parse(EJSON.stringify(value as Document, { relaxed: false }));

let store: TestStore;
let db: Db;
let count = 0;

beforeAll(async () => {
  store = await openTestStore();
  db = store.client.db('golden', { promoteValues: false, promoteLongs: false, bsonRegExp: true });
});
afterAll(() => store.close());

const codeOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (cause) {
    // Without promotion the code itself is an Int32.
    return Number((cause as { code?: unknown }).code);
  }
  return 'no error';
};

async function collectionWith(docs: Document[]): Promise<Collection> {
  const collection = db.collection(`c${(count += 1)}`);
  if (docs.length > 0) await collection.insertMany(fromJson(docs));
  return collection;
}

async function findCase(collection: Collection, { find = {}, ids, code, ...rest }: Case): Promise<void> {
  const options: FindOptions = { sort: { _id: 1 }, ...rest };
  const run = () => collection.find(fromJson(find), options).project({ _id: 1 }).toArray();
  if (code === undefined)
    expect(canonical((await run()).map(({ _id }) => _id))).toEqual(canonical(fromJson(ids ?? [])));
  else expect(await codeOf(run)).toBe(code);
}

describe.each(['filters', 'sorts'])('golden %s', (file) => {
  describe.each(read(file))('$group', ({ docs = [], cases }) => {
    let collection: Collection;
    let indexed: Collection;
    beforeAll(async () => {
      collection = await collectionWith(docs);
      indexed = await collectionWith(docs);
      await indexed.createIndexes([{ key: { a: 1 } }, { key: { 'a.b': -1 } }, { key: { b: 1, a: -1 } }]);
    });
    it.each(cases)('$name', async (one) => {
      await findCase(collection, one);
    });
    it.each(cases)('$name, with indexes', async (one) => {
      await findCase(indexed, one);
    });
  });
});

describe('golden projections', () => {
  describe.each(read('projections'))('$group', ({ docs = [], cases }) => {
    let collection: Collection;
    beforeAll(async () => {
      collection = await collectionWith(docs);
    });
    it.each(cases)('$name', async ({ find = {}, project = {}, result, code }) => {
      const run = () => collection.find(fromJson(find), { projection: project }).toArray();
      if (code === undefined) expect(EJSON.stringify(await run())).toBe(EJSON.stringify([fromJson(result)]));
      else expect(await codeOf(run)).toBe(code);
    });
  });
});

describe('golden updates', () => {
  describe.each(read('updates'))('$group', ({ cases }) => {
    it.each(cases)('$name', async (one) => {
      const collection = await collectionWith(one.doc ? [one.doc] : []);
      const { find = {}, update = {}, upsert = false, arrayFilters, code } = one;
      const filter = fromJson(one.doc ? { _id: 1, ...find } : find);
      const statement = {
        q: filter,
        u: fromJson(update),
        upsert,
        arrayFilters: fromJson(arrayFilters ?? []),
      };
      const reply = await db.command(
        { update: collection.collectionName, updates: [statement] },
        { promoteValues: true },
      );
      const errors = reply.writeErrors as { code: number }[] | undefined;
      expect(errors?.[0]?.code).toBe(code);
      const expected = code === undefined ? one.result : one.doc;
      // Text, not objects: the order of fields counts.
      const stored = JSON.stringify(canonical(await collection.findOne({})));
      expect(stored).toBe(JSON.stringify(canonical(expected ? fromJson(expected) : null)));
    });
  });
});

describe('golden aggregations', () => {
  describe.each(read('aggregations'))('$group', ({ docs = [], foreign = {}, cases }) => {
    let collection: Collection;
    beforeAll(async () => {
      collection = await collectionWith(docs);
      for (const [name, others] of Object.entries(foreign))
        await db.collection(name).insertMany(fromJson(others));
    });
    it.each(cases)('$name', async ({ pipeline = [], result, code }) => {
      const run = () => collection.aggregate(fromJson(pipeline)).toArray();
      if (code === undefined)
        expect(JSON.stringify(canonical(await run()))).toBe(JSON.stringify(canonical(fromJson(result))));
      else expect(await codeOf(run)).toBe(code);
    });
  });
});

describe('golden expressions', () => {
  describe.each(read('expressions'))('$group', ({ doc = {}, cases }) => {
    let collection: Collection;
    beforeAll(async () => {
      collection = await collectionWith([doc]);
    });
    it.each(cases)('$name', async (one) => {
      const pipeline = [{ $project: { _id: 0, v: fromJson(one.expr) } }];
      const run = () => collection.aggregate(pipeline).toArray();
      const expected = 'value' in one ? { v: fromJson(one.value) } : {};
      if (one.code === undefined)
        expect(JSON.stringify(canonical(await run()))).toBe(JSON.stringify(canonical([expected])));
      else expect(await codeOf(run)).toBe(one.code);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';

let store: TestStore;
let count = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function holding(...documents: Document[]): Promise<Collection<Document>> {
  const collection = store.client.db('nombres').collection<Document>(`n${(count += 1)}`);
  if (documents.length > 0) await collection.insertMany(documents);
  return collection;
}

/** As text: only so a field named __proto__ is seen for what it is. */
const text = async (found: Promise<unknown>): Promise<string> => JSON.stringify(await found);
const parsed = (json: string): Document => JSON.parse(json) as Document;

describe('a field named __proto__ is a field like any other', () => {
  const document = '{"_id":1,"__proto__":{"a":1},"b":2}';

  it.each([
    [[{ $project: { b: 0 } }], '{"_id":1,"__proto__":{"a":1}}'],
    [[{ $project: parsed('{"__proto__":1}') }], '{"_id":1,"__proto__":{"a":1}}'],
    [[{ $project: { c: '$__proto__.a' } }], '{"_id":1,"c":1}'],
    [[{ $addFields: parsed('{"__proto__":"$b"}') }], '{"_id":1,"__proto__":2,"b":2}'],
    [[{ $replaceWith: { $mergeObjects: ['$$ROOT', { b: 3 }] } }], '{"_id":1,"__proto__":{"a":1},"b":3}'],
    [[{ $group: { _id: '$__proto__' } }], '{"_id":{"a":1}}'],
  ])('through %j', async (pipeline, expected) => {
    const collection = await holding(parsed(document));
    expect(await text(collection.aggregate(pipeline).next())).toBe(expected);
  });

  it('in an upsert from the filter', async () => {
    const collection = await holding();
    await collection.updateOne(
      parsed('{"_id":1,"__proto__":5,"constructor.name":6}'),
      { $set: { b: 1 } },
      { upsert: true },
    );
    expect(await text(collection.findOne())).toBe('{"_id":1,"__proto__":5,"constructor":{"name":6},"b":1}');
  });
});

describe('a DBRef is the document that it was sent as', () => {
  const document = { _id: 1, a: { $ref: 'x', $id: 7, extra: 2 } };

  it.each([
    [{ v: '$a.$id' }, 7],
    [{ v: '$a.extra' }, 2],
    [{ v: { $objectToArray: '$a' } }, [{ k: '$ref', v: 'x' }, { k: '$id', v: 7 }, { k: 'extra', v: 2 }]], // prettier-ignore
  ])('in %j', async (fields, expected) => {
    const collection = await holding(document);
    expect(await collection.aggregate([{ $project: fields }]).next()).toEqual({ _id: 1, v: expected });
  });

  it('in filters and in an update of another field', async () => {
    const collection = await holding(document);
    await collection.updateOne({ 'a.$id': 7 }, { $set: { b: 1 } });
    const found = await collection.findOne({ 'a.extra': 2 }, { raw: true });
    const again = await holding({ ...document, b: 1 });
    expect(found).toEqual(await again.findOne({}, { raw: true }));
  });
});

describe('what is computed is not larger than a document may be', () => {
  it('is refused with the code of MongoDB', async () => {
    const collection = await holding(
      ...Array.from({ length: 18 }, (_x, at) => ({ _id: at, t: 'x'.repeat(1024 * 1024) })),
    );
    const work = collection.aggregate([{ $group: { _id: null, all: { $push: '$t' } } }]).toArray();
    await expect(work).rejects.toMatchObject({ code: 10334 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Collection } from 'mongodb';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';
import { wholeCollection } from '../../../../fakes/whole-collection';

const REFUSED = { code: 291 };

describe('a store that refuses scans, as the tests of the product use it', () => {
  let store: TestStore;
  let rows: Collection;
  beforeAll(async () => {
    store = await openTestStore(undefined, { refuseScans: true });
    rows = store.client.db('r').collection('filas');
    await rows.createIndex({ a: 1 });
    await rows.createIndex({ b: 1 }, { partialFilterExpression: { b: { $gte: 5 } } });
    await rows.insertMany([
      { a: 1, b: 9, c: 1 },
      { a: 2, b: 1, c: 1 },
    ]);
  });
  afterAll(() => store.close());

  it('refuses what no index narrows, in every command', async () => {
    await expect(rows.find({ c: 1 }).toArray()).rejects.toMatchObject(REFUSED);
    await expect(rows.find({ c: 1 }).sort({ a: 1 }).limit(1).toArray()).rejects.toMatchObject(REFUSED);
    await expect(rows.find({}).toArray()).rejects.toMatchObject(REFUSED);
    await expect(rows.countDocuments({ c: 1 })).rejects.toMatchObject(REFUSED);
    await expect(rows.updateOne({ c: 1 }, { $set: { c: 2 } })).rejects.toMatchObject(REFUSED);
    await expect(rows.deleteMany({ c: { $ne: 1 } })).rejects.toMatchObject(REFUSED);
    await expect(rows.findOneAndDelete({ c: 1 })).rejects.toMatchObject(REFUSED);
    await expect(rows.distinct('c')).rejects.toMatchObject(REFUSED);
    await expect(rows.aggregate([{ $group: { _id: '$c' } }]).toArray()).rejects.toMatchObject(REFUSED);
    const joined = { from: 'filas', localField: 'c', foreignField: 'c', as: 'x' };
    await expect(rows.aggregate([{ $match: { a: 1 } }, { $lookup: joined }]).toArray()).rejects.toMatchObject(
      REFUSED,
    );
  });

  it('answers what an index narrows, the first few of all, and what is asked for knowingly', async () => {
    expect(await rows.find({ a: 1, c: 1 }).toArray()).toHaveLength(1);
    expect(await rows.find({ b: { $gte: 5 } }).toArray()).toHaveLength(1);
    expect(await rows.find({}).sort({ _id: 1 }).limit(1).toArray()).toHaveLength(1);
    expect(await rows.find({ c: 1 }, wholeCollection).toArray()).toHaveLength(2);
  });
});

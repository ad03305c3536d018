import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection } from 'mongodb';
import { type Logger, silentLogger } from '../../../../../api/base/kernel/logger';
import { rawOf } from '../../../../../api/base/store/embedded/storage/checked-value';
import { Engine } from '../../../../../api/base/store/embedded/storage/engine';
import { sweepExpired } from '../../../../../api/base/store/embedded/storage/ttl';
import { manualClock } from '../../../../fakes/manual-clock';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';
import { tampered } from '../../../../fakes/tampered-store';

interface Row {
  _id: number;
  a: number;
  hasta?: Date;
}

const NAME = ['d', 'filas'] as const;
const DAMAGED = { code: 365 };
const A_BIT = 100;

describe('a document whose bytes changed on the disk', () => {
  let store: TestStore;
  let told: object[];
  let logger: Logger;
  const filas = (): Collection<Row> => store.client.db('d').collection<Row>('filas');

  beforeEach(async () => {
    told = [];
    logger = { ...silentLogger, error: (event, fields) => void told.push({ event, ...fields }) };
    store = await openTestStore();
    await filas().createIndex({ a: 1 });
    await filas().insertMany([1, 2, 3].map((n) => ({ _id: n, a: n * 10 })));
    store = await tampered(store, NAME, ({ key, flip }) => flip(key(2), A_BIT), logger);
  });
  afterEach(() => store.close());

  it('is never served: not by its key, an index, a scan or an aggregation', async () => {
    await expect(filas().findOne({ _id: 2 })).rejects.toMatchObject(DAMAGED);
    await expect(filas().findOne({ a: 20 })).rejects.toMatchObject(DAMAGED);
    await expect(filas().find().toArray()).rejects.toMatchObject(DAMAGED);
    await expect(
      filas()
        .aggregate([{ $match: { x: 1 } }])
        .toArray(),
    ).rejects.toMatchObject(DAMAGED);
    await expect(filas().distinct('a')).rejects.toMatchObject(DAMAGED);
  });

  it('is not changed, removed or put into a new index', async () => {
    await expect(filas().updateOne({ _id: 2 }, { $set: { a: 0 } })).rejects.toMatchObject(DAMAGED);
    await expect(filas().deleteOne({ a: 20 })).rejects.toMatchObject(DAMAGED);
    await expect(filas().findOneAndDelete({ _id: 2 })).rejects.toMatchObject(DAMAGED);
    await expect(filas().createIndex({ otro: 1 })).rejects.toMatchObject(DAMAGED);
    expect(await filas().indexes()).toHaveLength(2);
  });

  it('is named, by collection and key, to the client and in the log', async () => {
    await expect(filas().findOne({ _id: 2 })).rejects.toThrow('d.filas under the key of _id 18');
    expect(told).toEqual([
      { event: 'store.damaged', namespace: 'd.filas', key: expect.stringMatching(/^18/) as unknown },
    ]);
  });

  it('leaves the others as they were', async () => {
    expect(await filas().findOne({ a: 30 })).toEqual({ _id: 3, a: 30 });
    await filas().updateOne({ _id: 1 }, { $set: { a: 11 } });
    await filas().insertOne({ _id: 4, a: 40 });
    expect(await filas().countDocuments({ a: { $gt: 25 } })).toBe(2);
  });
});

it('documents stored before there were sums are read, and get theirs when they are written', async () => {
  let store = await openTestStore();
  const filas = () => store.client.db('d').collection<Row>('filas');
  await filas().insertOne({ _id: 1, a: 1 });
  store = await tampered(store, NAME, ({ engine, key }) => {
    const value = engine.env.get(key(1));
    if (value) engine.env.put(key(1), Buffer.from(rawOf(value)));
  });
  expect(await filas().findOne({ a: 1 })).toEqual({ _id: 1, a: 1 });
  await filas().updateOne({ _id: 1 }, { $set: { a: 2 } });
  store = await tampered(store, NAME, ({ key, flip }) => flip(key(1), A_BIT));
  await expect(filas().findOne({ _id: 1 })).rejects.toMatchObject(DAMAGED);
  await store.close();
});

it('a damaged document does not keep the others from expiring', async () => {
  let store = await openTestStore();
  const filas = () => store.client.db('d').collection<Row>('filas');
  const hasta = new Date('2020-01-01T00:00:00Z');
  await filas().createIndex({ hasta: 1 }, { expireAfterSeconds: 0 });
  await filas().insertMany([1, 2, 3].map((n) => ({ _id: n, a: n, hasta })));
  store = await tampered(store, NAME, ({ key, flip }) => flip(key(1), A_BIT));
  await store.client.close();
  await store.store.close();
  const engine = new Engine(join(store.dataDir, 'store'));
  expect(await sweepExpired(engine, manualClock())).toBe(2);
  expect(await sweepExpired(engine, manualClock())).toBe(0);
  await engine.close();
  rmSync(store.dataDir, { recursive: true });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Collection, MongoClient } from 'mongodb';
import { systemClock } from '../../api/base/kernel/clock';
import { openTestStore, type TestStore } from '../fakes/open-test-store';
import { serverOf } from './judged';
import { JUDGED, LEAVE_OUT } from './judged-differences';
import { COLLECTIONS, type Operation } from './operations';
import { type Side, onDatabase, run } from './run';

const URI = process.env['TEST_MONGODB_URI'];
const LISTS = Number(process.env['TEST_DIFFERENTIAL_LISTS'] ?? 200);
const SEED = Number(process.env['TEST_DIFFERENTIAL_SEED'] ?? 20_261_125);
const SELF_LISTS = 15;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const now = (): number => systemClock.now().getTime();

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const embedded = (name: string): Side => onDatabase(store.client.db(name), now);

describe('the store against itself', () => {
  /** Indexes that no generated one collides with: `_id` is never an array. */
  const keys = ['a', 'b', 'c', 'a.b', 'b.c'].map((path) => ({ key: { [path]: 1, _id: 1 } as const }));
  const prepared = (name: string, prepare: (collection: Collection) => Promise<unknown>): Side => {
    const db = store.client.db(name);
    return onDatabase(db, now, {
      prepare: async () => {
        for (const one of COLLECTIONS) await prepare(await db.createCollection(one));
      },
    });
  };

  it(
    'answers the same with indexes and without',
    async () => {
      const sides: [Side, Side] = [
        prepared('sin', () => Promise.resolve()),
        prepared('con', (collection) => collection.createIndexes(keys)),
      ];
      const total = await run(sides, { seed: SEED, lists: SELF_LISTS });
      expect(total.lists).toBe(SELF_LISTS);
      expect(total.operations).toBeGreaterThan(SELF_LISTS * 2);
    },
    MINUTE_MS,
  );

  it(
    'finds a planted difference and shrinks the list to it',
    async () => {
      const wrong = embedded('malo');
      const planted: Side = (list) => wrong(list.map(planting));
      const work = run([embedded('bueno'), planted], { seed: SEED, lists: 100 });
      const message = await work.then(String, (cause: Error) => cause.message);
      expect(message).toMatch(/differs at operation 1 \(find\)/);
      expect(message.split('\n').filter((line) => line.includes('"op":'))).toHaveLength(2);
    },
    MINUTE_MS,
  );
});

/** Finds nothing where something is. */
const planting = (one: Operation): Operation =>
  one.op === 'find' ? { ...one, args: { filter: { _id: 'nadie' } } } : one;

const against = URI ? describe : describe.skip;

against('the store against TEST_MONGODB_URI (skipped when it is not set)', () => {
  let client: MongoClient;
  const name = `diferencial_${process.pid}`;
  beforeAll(async () => {
    client = await MongoClient.connect(URI ?? '');
  });
  afterAll(async () => {
    await client.db(name).dropDatabase();
    await client.close();
  });

  it(
    'answers the same, but for what is judged',
    async () => {
      const server = await serverOf(client);
      const rules = JUDGED.filter((rule) => rule.server === server);
      const sides: [Side, Side] = [embedded('propio'), onDatabase(client.db(name), now)];
      const total = await run(sides, { seed: SEED, lists: LISTS, rules, leaveOut: LEAVE_OUT[server] });
      process.stdout.write(`differential run, seed ${SEED}, ${server}: ${JSON.stringify(total)}\n`);
      expect(total.lists).toBe(LISTS);
    },
    HOUR_MS,
  );
});

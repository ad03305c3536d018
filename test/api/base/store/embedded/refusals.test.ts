import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Document, EJSON } from 'bson';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';

const NOT_IMPLEMENTED = 238;

/** What MongoDB does and this store does not, or what MongoDB itself refuses, with the code of the refusal. */
const REFUSED: [what: string, command: Document, code: number][] = [
  ['an unknown command', { nada: 1 }, 59],
  ['a misspelt option', { find: 'c', filtro: { a: 1 } }, 40415],
  ['a hint of distinct, of MongoDB 7.1', { distinct: 'c', key: 'a', hint: 'a_1' }, 40415],
  ['explain', { explain: { find: 'c' } }, 115],
  ['mapReduce', { mapReduce: 'c' }, 115],
  ['bulkWrite of MongoDB 8', { bulkWrite: 1 }, 115],
  ['collMod', { collMod: 'c' }, 115],
  ['renameCollection', { renameCollection: 'a.b', to: 'a.c' }, 115],
  ['commitTransaction', { commitTransaction: 1 }, 115],
  ['a capped collection', { create: 'x', capped: true, size: 100 }, NOT_IMPLEMENTED],
  ['a time series', { create: 'x', timeseries: { timeField: 't' } }, NOT_IMPLEMENTED],
  ['a view', { create: 'x', viewOn: 'c', pipeline: [] }, NOT_IMPLEMENTED],
  ['a validator', { create: 'x', validator: { a: 1 } }, NOT_IMPLEMENTED],
  ['a collation of a collection', { create: 'x', collation: { locale: 'es' } }, NOT_IMPLEMENTED],
  ['creating what is there', { create: 'c' }, 48],
  ['a collation of a search', { find: 'c', collation: { locale: 'es' } }, NOT_IMPLEMENTED],
  ['a tailable cursor', { find: 'c', tailable: true }, NOT_IMPLEMENTED],
  ['min of an index', { find: 'c', min: { a: 1 }, hint: 'a_1' }, NOT_IMPLEMENTED],
  ['a hint of an index that is not there', { find: 'c', hint: 'zz_1' }, 2],
  ['a sort by text score', { find: 'c', sort: { s: { $meta: 'textScore' } } }, NOT_IMPLEMENTED],
  ['a negative skip', { find: 'c', skip: -1 }, 2],
  [
    'an aggregation as of one instant',
    { aggregate: 'c', pipeline: [], cursor: {}, readConcern: { level: 'snapshot' } },
    NOT_IMPLEMENTED,
  ],
  ['a count as of one instant', { count: 'c', readConcern: { level: 'snapshot' } }, NOT_IMPLEMENTED],
  [
    'an instant that is not there',
    { find: 'c', readConcern: { level: 'snapshot', atClusterTime: { $timestamp: { t: 1, i: 1 } } } },
    246,
  ],
  ['an instant that is no time', { find: 'c', readConcern: { level: 'snapshot', atClusterTime: 7 } }, 14],
  [
    'an instant without the level snapshot',
    { find: 'c', readConcern: { level: 'local', atClusterTime: { $timestamp: { t: 1, i: 1 } } } },
    72,
  ],
  ['a write concern by tag', { insert: 'c', documents: [{ a: 1 }], writeConcern: { w: 'lejos' } }, 2],
  ['repairing a collection', { validate: 'c', repair: true }, NOT_IMPLEMENTED],
  ['validating what a collection says of itself', { validate: 'c', metadata: true }, NOT_IMPLEMENTED],
  ['a full validation in the background', { validate: 'c', full: true, background: true }, 72],
  ['validating what is not there', { validate: 'zz' }, 26],
  ['an insert of nothing', { insert: 'c', documents: [] }, 16],
  [
    'the order of an update, which is of MongoDB 8',
    { update: 'c', updates: [{ q: {}, u: { $set: { b: 1 } }, sort: { a: 1 } }] },
    40415,
  ],
  ['an unknown field of a delete', { delete: 'c', deletes: [{ q: {}, limit: 1, sort: { a: 1 } }] }, 40415],
  ['an invalid name', { insert: '$c', documents: [{ a: 1 }] }, 73],
  [
    'a transaction',
    { insert: 'c', documents: [{ a: 1 }], txnNumber: { $numberLong: '1' }, startTransaction: true },
    20,
  ],
  ['a text index', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 't' }] }, 67],
  ['a geographic index', { createIndexes: 'c', indexes: [{ key: { a: '2dsphere' }, name: 't' }] }, 67],
  ['a hashed index', { createIndexes: 'c', indexes: [{ key: { a: 'hashed' }, name: 't' }] }, 67],
  ['a wildcard index', { createIndexes: 'c', indexes: [{ key: { '$**': 1 }, name: 't' }] }, 67],
  [
    'a collation of an index',
    { createIndexes: 'c', indexes: [{ key: { z: 1 }, name: 'z', collation: { locale: 'es' } }] },
    NOT_IMPLEMENTED,
  ],
  [
    'a hidden index',
    { createIndexes: 'c', indexes: [{ key: { z: 1 }, name: 'z', hidden: true }] },
    NOT_IMPLEMENTED,
  ],
  [
    'an unknown option of an index',
    { createIndexes: 'c', indexes: [{ key: { z: 1 }, name: 'z', foo: 1 }] },
    40415,
  ],
  [
    'a compound TTL index',
    { createIndexes: 'c', indexes: [{ key: { z: 1, y: 1 }, name: 'z', expireAfterSeconds: 1 }] },
    67,
  ],
  [
    'a partial index by $ne',
    {
      createIndexes: 'c',
      indexes: [{ key: { z: 1 }, name: 'z', partialFilterExpression: { a: { $ne: 1 } } }],
    },
    67,
  ],
  ['another index by the same name', { createIndexes: 'c', indexes: [{ key: { z: 1 }, name: 'a_1' }] }, 86],
  [
    'a unique index by the name of one that is not',
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1', unique: true }] },
    86,
  ],
  [
    'the same index with other options',
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1', expireAfterSeconds: 5 }] },
    85,
  ],
  ['indexes of a collection that is not there', { listIndexes: 'zz' }, 26],
  ['dropping an index that is not there', { dropIndexes: 'c', index: 'zz' }, 27],
  ['dropping the index of _id', { dropIndexes: 'c', index: '_id_' }, 72],
  ['a cursor that is not there', { getMore: { $numberLong: '99' }, collection: 'c' }, 43],
  ['findAndModify without an update', { findAndModify: 'c', query: {} }, 9],
  [
    'findAndModify that updates and removes',
    { findAndModify: 'c', remove: true, update: { $set: { a: 1 } } },
    9,
  ],
  ['$where', { find: 'c', filter: { $where: 'true' } }, NOT_IMPLEMENTED],
  ['$function', { find: 'c', filter: { $expr: { $function: {} } } }, NOT_IMPLEMENTED],
  ['$text', { find: 'c', filter: { $text: { $search: 'x' } } }, NOT_IMPLEMENTED],
  ['$near', { find: 'c', filter: { a: { $near: [0, 0] } } }, NOT_IMPLEMENTED],
  ['$geoWithin', { find: 'c', filter: { a: { $geoWithin: {} } } }, NOT_IMPLEMENTED],
  ['$jsonSchema', { find: 'c', filter: { $jsonSchema: {} } }, NOT_IMPLEMENTED],
  ['$bitsAllSet', { find: 'c', filter: { a: { $bitsAllSet: 1 } } }, NOT_IMPLEMENTED],
  ['a projection of text score', { find: 'c', projection: { a: { $meta: 'textScore' } } }, NOT_IMPLEMENTED],
  [
    'mapping with an expression that is not there',
    { find: 'c', projection: { a: { $rand: {} } } },
    NOT_IMPLEMENTED,
  ],
  ...[
    '$merge',
    '$unionWith',
    '$graphLookup',
    '$geoNear',
    '$sample',
    '$bucket',
    '$sortByCount',
    '$setWindowFields',
  ].map((stage): [string, Document, number] => [
    stage,
    { aggregate: 'c', pipeline: [{ [stage]: {} }], cursor: {} },
    NOT_IMPLEMENTED,
  ]),
  [
    '$lookup with a pipeline',
    { aggregate: 'c', pipeline: [{ $lookup: { from: 'c', as: 'x', pipeline: [] } }], cursor: {} },
    NOT_IMPLEMENTED,
  ],
  ['$out', { aggregate: 'c', pipeline: [{ $out: 'x' }], cursor: {} }, NOT_IMPLEMENTED],
  ['a change stream', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, NOT_IMPLEMENTED],
  ['aggregate on a database', { aggregate: 1, pipeline: [], cursor: {} }, NOT_IMPLEMENTED],
  [
    'a collation of an aggregation',
    { aggregate: 'c', pipeline: [], cursor: {}, collation: { locale: 'es' } },
    NOT_IMPLEMENTED,
  ],
  ['a collation of a count', { count: 'c', collation: { locale: 'es' } }, NOT_IMPLEMENTED],
];

describe('what is not exactly MongoDB is refused by name', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
    const collection = store.client.db('r').collection('c');
    await collection.createIndex({ a: 1 });
    await collection.insertOne({ a: 1 });
  });
  afterAll(() => store.close());

  it.each(REFUSED)('%s', async (_what, command, code) => {
    const sent = EJSON.parse(JSON.stringify(command), { relaxed: false }) as Document;
    await expect(store.client.db('r').command(sent)).rejects.toMatchObject({ code });
  });

  it('collations and unknown hints of writes are refused in their statement, and nothing is written', async () => {
    const collection = store.client.db('r').collection('c');
    await expect(
      collection.updateOne({}, { $set: { b: 1 } }, { collation: { locale: 'es' } }),
    ).rejects.toMatchObject({ code: NOT_IMPLEMENTED });
    await expect(collection.updateOne({}, { $set: { b: 1 } }, { hint: 'zz' })).rejects.toMatchObject({
      code: 2,
    });
    await expect(collection.deleteOne({}, { hint: 'zz' })).rejects.toMatchObject({ code: 2 });
    await expect(collection.findOneAndDelete({}, { hint: { zz: 1 } })).rejects.toMatchObject({ code: 2 });
    await expect(collection.deleteOne({}, { collation: { locale: 'es' } })).rejects.toMatchObject({
      code: NOT_IMPLEMENTED,
    });
    expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual({ a: 1 });
  });
});

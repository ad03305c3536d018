import { Long } from 'bson';
import { refuse } from '../command-error';
import { matches } from '../query/matcher';
import { parseFilter } from '../query/parse-filter';
import { noteGarbage, collectGarbage } from '../storage/garbage';
import type { CollectionInfo } from '../storage/catalog';
import type { Engine } from '../storage/engine';
import { encode } from '../values/raw-document';
import { type Doc } from '../values/types';
import { type Command, collectionName, refuseOptions } from './command';
import { cursorReply } from './cursor-reply';

const UNSUPPORTED = [
  'capped',
  'size',
  'max',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'validator',
  'viewOn',
  'pipeline',
  'collation',
  'changeStreamPreAndPostImages',
  'encryptedFields',
];

/** Several clients create their collections when they start: the second is told so and goes on. */
export const create: Command = async (call) => {
  refuseOptions(call.body, UNSUPPORTED, 'create');
  const name = collectionName(call);
  const { engine, db } = call;
  await engine.env.write(() => {
    if (engine.catalog.find(db, name)) refuse('NamespaceExists', `Collection ${db}.${name} already exists.`);
    engine.catalog.create(db, name);
  });
  return {};
};

/** Only inside a write. */
function forget(engine: Engine, collection: CollectionInfo): void {
  for (const index of collection.indexes) noteGarbage(engine.env, index.id);
  noteGarbage(engine.env, collection.id);
  engine.catalog.forget(collection);
}

export const drop: Command = async (call) => {
  const { engine, db } = call;
  const name = collectionName(call);
  const had = await engine.env.write(() => {
    const collection = engine.catalog.find(db, name);
    if (collection) forget(engine, collection);
    return collection;
  });
  await collectGarbage(engine.env);
  return had ? { nIndexesWas: had.indexes.length + 1, ns: `${db}.${name}` } : {};
};

export const dropDatabase: Command = async ({ engine, db }) => {
  await engine.env.write(() => {
    for (const collection of engine.catalog.all()) if (collection.db === db) forget(engine, collection);
  });
  await collectGarbage(engine.env);
  return { dropped: db };
};

const described = ({ name, db }: CollectionInfo): Doc => ({
  name,
  type: 'collection',
  options: {},
  info: { readOnly: false },
  idIndex: { v: 2, key: { _id: 1 }, name: '_id_', ns: `${db}.${name}` },
});

export const listCollections: Command = ({ engine, db, body }) => {
  const filter = parseFilter(body.filter);
  const found = engine.catalog
    .all()
    .filter((collection) => collection.db === db)
    .map(described)
    .filter((document) => matches(filter, document))
    .map(({ name, type, ...rest }) => (body.nameOnly === true ? { name, type } : { name, type, ...rest }));
  return cursorReply('firstBatch', found.map(encode), Long.ZERO, `${db}.$cmd.listCollections`);
};

export const listDatabases: Command = ({ engine, body }) => {
  const names = [...new Set(engine.catalog.all().map(({ db }) => db))];
  const databases = names.map((name) =>
    body.nameOnly === true ? { name } : { name, sizeOnDisk: 0, empty: false },
  );
  return { databases, totalSize: 0 };
};

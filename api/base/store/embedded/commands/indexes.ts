import { Long } from 'bson';
import { CommandError, refuse } from '../command-error';
import type { CollectionInfo, IndexInfo } from '../storage/catalog';
import { createIndex, dropIndex } from '../storage/build-index';
import { collectGarbage } from '../storage/garbage';
import { sameValue } from '../values/compare';
import { encode } from '../values/raw-document';
import { type Doc, isObject } from '../values/types';
import { type Call, type Command, collectionName, docList } from './command';
import { cursorReply } from './cursor-reply';
import { alreadyThere, parseIndexSpec } from './index-spec';

const ID_SPEC: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

const isIdIndex = (spec: Doc): boolean => Object.keys(spec.key as Doc).join() === '_id';

/** Builds wait for each other: two clients that ask for the same index get one. */
const building = new WeakMap<object, Promise<unknown>>();

function oneAfterAnother<T>(owner: object, work: () => Promise<T>): Promise<T> {
  const mine = (building.get(owner) ?? Promise.resolve()).then(work, work);
  building.set(
    owner,
    mine.catch(() => undefined),
  );
  return mine;
}

async function createAll({ engine, db }: Call, name: string, specs: readonly Doc[]): Promise<Doc> {
  const before = engine.catalog.find(db, name);
  const numIndexesBefore = before ? before.indexes.length + 1 : 1;
  for (const spec of specs) {
    if (!isIdIndex(spec) && !alreadyThere(engine.catalog.find(db, name), spec))
      await createIndex(engine, db, name, spec);
  }
  if (!engine.catalog.find(db, name)) await engine.env.write(() => engine.collection(db, name).id);
  const numIndexesAfter = (engine.catalog.find(db, name)?.indexes.length ?? 0) + 1;
  const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically: !before, ...note };
}

export const createIndexes: Command = (call) => {
  const name = collectionName(call);
  const specs = docList(call, 'indexes').map(parseIndexSpec);
  if (specs.length === 0) refuse('BadValue', 'Must specify at least one index to create');
  return oneAfterAnother(call.engine, () => createAll(call, name, specs));
};

export const listIndexes: Command = (call) => {
  const name = collectionName(call);
  const collection = call.engine.catalog.find(call.db, name);
  if (!collection) return refuse('NamespaceNotFound', `ns does not exist: ${call.db}.${name}`);
  const specs = [ID_SPEC, ...collection.indexes.filter(({ ready }) => ready).map(({ spec }) => spec)];
  return cursorReply('firstBatch', specs.map(encode), Long.ZERO, `${call.db}.${name}`);
};

function chosen(collection: CollectionInfo, wanted: unknown): IndexInfo[] {
  if (wanted === '*') return [...collection.indexes];
  if (Array.isArray(wanted)) return wanted.flatMap((one: unknown) => chosen(collection, one));
  if (wanted === '_id_' || (isObject(wanted) && isIdIndex({ key: wanted })))
    refuse('InvalidOptions', 'cannot drop _id index');
  const found = collection.indexes.find(({ name, spec }) =>
    isObject(wanted) ? sameValue(spec.key, wanted) : name === wanted,
  );
  if (found) return [found];
  throw new CommandError(
    'IndexNotFound',
    isObject(wanted) ? "can't find index with key" : `index not found with name [${String(wanted)}]`,
  );
}

export const dropIndexes: Command = async (call) => {
  const { engine, db, body } = call;
  const name = collectionName(call);
  const nIndexesWas = await engine.env.write(() => {
    const collection = engine.catalog.find(db, name);
    if (!collection) return refuse('NamespaceNotFound', `ns not found ${db}.${name}`);
    const count = collection.indexes.length + 1;
    for (const index of chosen(collection, body.index)) dropIndex(engine, collection, index);
    return count;
  });
  await collectGarbage(engine.env);
  return { nIndexesWas };
};

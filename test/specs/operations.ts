import type { Document } from 'bson';
import { type AnyClientBulkWriteModel, Collection, Db, MongoClient } from 'mongodb';
import type { Operation } from './spec-file';
import { isDocument } from './value-types';

/** What the driver answered. */
export type Answer = { readonly value: unknown } | { readonly error: unknown };

type Work<T> = (target: T, given: Document) => Promise<unknown>;

const COLLECTION: Readonly<Record<string, Work<Collection>>> = {
  aggregate: (c, { pipeline, ...options }) => c.aggregate(pipeline, options).toArray(),
  bulkWrite: (c, { requests, ...options }) => c.bulkWrite(requests, options),
  count: (c, { filter, ...options }) => c.count(filter, options),
  countDocuments: (c, { filter, ...options }) => c.countDocuments(filter, options),
  createIndex: (c, { keys, ...options }) => c.createIndex(keys, options),
  deleteMany: (c, { filter, ...options }) => c.deleteMany(filter, options),
  deleteOne: (c, { filter, ...options }) => c.deleteOne(filter, options),
  distinct: (c, { fieldName, filter, ...options }) => c.distinct(fieldName, filter, options),
  estimatedDocumentCount: (c, options) => c.estimatedDocumentCount(options),
  find: (c, { filter, ...options }) => c.find(filter, options).toArray(),
  findOne: (c, { filter, ...options }) => c.findOne(filter, options),
  findOneAndDelete: (c, { filter, ...options }) => c.findOneAndDelete(filter, options),
  findOneAndReplace: (c, { filter, replacement, ...options }) =>
    c.findOneAndReplace(filter, replacement, options),
  findOneAndUpdate: (c, { filter, update, ...options }) => c.findOneAndUpdate(filter, update, options),
  insertMany: (c, { documents, ...options }) => c.insertMany(documents, options),
  insertOne: (c, { document, ...options }) => c.insertOne(document, options),
  replaceOne: (c, { filter, replacement, ...options }) => c.replaceOne(filter, replacement, options),
  updateMany: (c, { filter, update, ...options }) => c.updateMany(filter, update, options),
  updateOne: (c, { filter, update, ...options }) => c.updateOne(filter, update, options),
};

const DATABASE: Readonly<Record<string, Work<Db>>> = {
  aggregate: (db, { pipeline, ...options }) => db.aggregate(pipeline, options).toArray(),
  createCollection: (db, { collection, ...options }) => db.createCollection(collection, options),
  dropCollection: (db, { collection, ...options }) => db.dropCollection(collection, options),
  modifyCollection: (db, { collection, ...options }) => db.command({ collMod: collection, ...options }),
  runCommand: (db, { command, ...options }) => db.command(command, options),
};

const CLIENT: Readonly<Record<string, Work<MongoClient>>> = {
  clientBulkWrite(client, { models, ...options }) {
    const written = (models as Document[]).map((model) => {
      const [name, fields] = Object.entries(model)[0] as [string, Document];
      return { name, ...fields } as AnyClientBulkWriteModel<Document>;
    });
    return client.bulkWrite(written, options);
  },
};

/** The driver adds to what it is given; the test stays as it was read. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]));
}

/** As the driver takes them: lower case for which document comes back, the session itself for its name. */
function asGiven(given: Document = {}, entity: (id: string) => unknown): Document {
  const { returnDocument, session, ...rest } = copyOf(given) as Document;
  return {
    ...rest,
    ...(typeof returnDocument === 'string' ? { returnDocument: returnDocument.toLowerCase() } : {}),
    ...(typeof session === 'string' ? { session: entity(session) } : {}),
  };
}

function workOn(target: unknown, name: string): ((given: Document) => Promise<unknown>) | undefined {
  const bound = <T>(thing: T, work: Work<T> | undefined) => work && ((given: Document) => work(thing, given));
  if (target instanceof Collection) return bound(target, COLLECTION[name]);
  if (target instanceof Db) return bound(target, DATABASE[name]);
  return target instanceof MongoClient ? bound(target, CLIENT[name]) : undefined;
}

/** Carries an operation of a test out through the driver; throws when the runner does not know it. */
export async function perform(operation: Operation, entity: (id: string) => unknown): Promise<Answer> {
  const work = workOn(entity(operation.object), operation.name);
  if (!work) throw new Error(`the runner does not know the operation ${operation.name}`);
  const given = asGiven(operation.arguments, entity);
  try {
    return { value: await work(given) };
  } catch (error) {
    return { error };
  }
}

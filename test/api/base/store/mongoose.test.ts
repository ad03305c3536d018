import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, Schema } from 'mongoose';
import { silentLogger } from '../../../../api/base/kernel/logger';
import { connect, ensureIndexes } from '../../../../api/base/store/connect';
import { schemaBase, schemaOptions } from '../../../../api/base/store/schema-base';
import { openTestStore, type TestStore } from '../../../fakes/open-test-store';

interface Caso {
  _id: string;
  entidad: string;
  esquema: number;
  numero: number;
  estado?: string;
  eventos: { n: number; tipo: string }[];
  version: number;
}

const schema = new Schema<Caso>(
  {
    _id: { type: String, required: true },
    ...schemaBase,
    numero: Number,
    estado: String,
    eventos: [new Schema({ n: Number, tipo: String }, { _id: false })],
    version: Number,
  },
  { ...schemaOptions, collection: 'casos' },
)
  .index({ entidad: 1, numero: 1 }, { unique: true })
  .index({ entidad: 1, estado: 1 }, { partialFilterExpression: { estado: { $exists: true } } });

const caso = (numero: number, more: Partial<Caso> = {}): Caso => ({
  _id: `c${numero}`,
  entidad: 'candelaria',
  esquema: 1,
  numero,
  eventos: [],
  version: 1,
  ...more,
});

describe('mongoose on the embedded store', () => {
  let store: TestStore;
  let connection: Connection;
  const model = () => connection.model<Caso>('Caso', schema);

  beforeAll(async () => {
    store = await openTestStore();
    connection = await connect(store.store, { logger: silentLogger });
    model();
    await ensureIndexes(connection);
  });
  afterAll(async () => {
    await connection.close();
    await store.close();
  });

  it('makes the indexes of every model, and again without harm', async () => {
    await ensureIndexes(connection);
    const names = (await model().collection.indexes()).map(({ name }) => name);
    expect(names).toEqual(['_id_', 'entidad_1_numero_1', 'entidad_1_estado_1']);
  });

  it('creates, finds and reads back', async () => {
    await model().create(caso(1, { estado: 'RADICADA' }));
    const found = await model().findOne({ entidad: 'candelaria', numero: 1 }).lean();
    expect(found).toEqual(caso(1, { estado: 'RADICADA' }));
  });

  it('saves changes of a document guarded by its version', async () => {
    await model().create(caso(2));
    const guarded = { _id: 'c2', version: 1 };
    const change = { $push: { eventos: { n: 1, tipo: 'ACUSE' } }, $inc: { version: 1 } };
    expect(await model().updateOne(guarded, change)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await model().updateOne(guarded, change)).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
    const document = await model().findById('c2').orFail();
    document.eventos.push({ n: 2, tipo: 'TRASLADO' });
    await document.save();
    expect((await model().findById('c2').lean())?.eventos).toHaveLength(2);
  });

  it('tells a duplicate key as MongoDB does', async () => {
    const clash = model().create(caso(1, { _id: 'other' }));
    await expect(clash).rejects.toMatchObject({
      code: 11000,
      message:
        'E11000 duplicate key error collection: candelaria.casos index: entidad_1_numero_1 dup key: { entidad: "candelaria", numero: 1 }',
      keyPattern: { entidad: 1, numero: 1 },
      keyValue: { entidad: 'candelaria', numero: 1 },
    });
  });

  it('keeps what an ordered insertMany stored before a duplicate, and tells its place', async () => {
    const error = await model()
      .insertMany([caso(10), caso(11), caso(1, { _id: 'x' }), caso(12)], { ordered: true, lean: true })
      .catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 11000, writeErrors: [{ index: 2 }] });
    expect(await model().countDocuments({ numero: { $gte: 10 } })).toBe(2);
  });

  it('goes on after a duplicate when the order does not matter', async () => {
    const docs = [caso(20), caso(20, { _id: 'y' }), caso(21)];
    await model()
      .insertMany(docs, { ordered: false, lean: true })
      .catch(() => undefined);
    expect(await model().countDocuments({ numero: { $in: [20, 21] } })).toBe(2);
  });

  it('finds one and updates it in one step, with upsert', async () => {
    const options = { upsert: true, returnDocument: 'after' } as const;
    const update = {
      $inc: { version: 1 },
      $setOnInsert: { entidad: 'candelaria', esquema: 1, numero: 30, eventos: [] },
    };
    const first = await model().findOneAndUpdate({ _id: 'c30' }, update, options).lean();
    const second = await model().findOneAndUpdate({ _id: 'c30' }, update, options).lean();
    expect([first?.version, second?.version]).toEqual([1, 2]);
    const clash = model().findOneAndUpdate(
      { _id: 'c31' },
      { $set: { entidad: 'candelaria', numero: 30 } },
      options,
    );
    await expect(clash).rejects.toMatchObject({ code: 11000, keyPattern: { entidad: 1, numero: 1 } });
  });

  it('counts every concurrent increment', async () => {
    await model().create(caso(40, { version: 0 }));
    await Promise.all(
      Array.from({ length: 50 }, () => model().updateOne({ _id: 'c40' }, { $inc: { version: 1 } })),
    );
    expect((await model().findById('c40').lean())?.version).toBe(50);
  });

  it('lets one of many concurrent upserts insert', async () => {
    const upsert = () =>
      model().updateOne(
        { _id: 'c50' },
        { $inc: { version: 1 }, $set: { entidad: 'otra', numero: 50 } },
        { upsert: true },
      );
    const results = await Promise.all(Array.from({ length: 20 }, upsert));
    expect(results.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1);
    expect((await model().findById('c50').lean())?.version).toBe(20);
  });

  it('does bulk writes, ordered and not', async () => {
    const result = await model().bulkWrite([
      { insertOne: { document: caso(60) } },
      { updateOne: { filter: { _id: 'c60' }, update: { $set: { estado: 'EN_TRAMITE' } } } },
      { updateMany: { filter: { _id: 'c60' }, update: { $inc: { version: 1 } } } },
      { deleteOne: { filter: { _id: 'c1' } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, matchedCount: 2, deletedCount: 1 });
  });

  it('walks a long result by cursor, sorted and in pieces', async () => {
    await model().insertMany(
      Array.from({ length: 450 }, (_, n) => caso(1000 + n)),
      { lean: true },
    );
    const seen: number[] = [];
    for await (const { numero } of model()
      .find({ numero: { $gte: 1000 } })
      .sort({ numero: -1 })
      .batchSize(100)
      .lean()
      .cursor())
      seen.push(numero);
    expect(seen).toEqual(Array.from({ length: 450 }, (_, n) => 1449 - n));
    expect(await model().distinct('numero', { numero: { $lt: 22, $gt: 11 } })).toEqual([20, 21]);
    expect(await model().estimatedDocumentCount()).toBeGreaterThan(450);
  });

  it('starts no transaction: one document is the unit', async () => {
    const session = await connection.startSession();
    const attempt = session.withTransaction(() => model().create([caso(70)], { session }));
    await expect(attempt).rejects.toThrow('does not support retryable writes');
    await session.endSession();
    expect(await model().countDocuments({ numero: 70 })).toBe(0);
  });
});

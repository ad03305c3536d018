import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BSONSymbol, Code, DBRef, Int32, ObjectId, UUID } from 'bson';
import * as fc from 'fast-check';
import type { mongo } from 'mongoose';
import { valueOf } from '../../../api/base/kernel/result';
import { totalOf } from '../../../api/respaldo/counted';
import { openSnapshot } from '../../../api/respaldo/mongo-snapshot';
import { restoreBackup } from '../../../api/respaldo/restore-backup';
import { createSealedFolder } from '../../../api/respaldo/sealed-folder';
import { writeBackup } from '../../../api/respaldo/write-backup';
import { respaldoTown, type RespaldoTown } from '../../fakes/respaldo-town';
import { readAll } from '../../contracts/anexos-contract';
import { anyValue, scalar } from '../base/store/embedded/bson-values';

jest.setTimeout(240_000);

const rare = fc.constantFrom<unknown>(
  new Code('return 1'),
  new Code('return x', { x: 1 }),
  new BSONSymbol('símbolo'),
  new UUID('00112233-4455-4677-8899-aabbccddeeff'),
  new DBRef('casos', new ObjectId('000000000000000000000001')),
  { $ref: 'casos', $id: 1, otro: 2 },
  new Date(-1),
);
const value = fc.oneof({ weight: 5, arbitrary: anyValue }, { weight: 1, arbitrary: rare });
// Names that JavaScript would put first among them.
const field = fc.constantFrom('a', 'b', '7', '0', 'ñ', 'z.y', '$x', '__proto__', '');

type Fields = ReadonlyMap<string, unknown>;

const inner: fc.Arbitrary<Fields> = fc
  .uniqueArray(fc.tuple(field, value), { maxLength: 4, selector: ([name]) => name })
  .map((pairs) => new Map(pairs));
const documents: fc.Arbitrary<Fields[]> = fc
  .array(
    fc.uniqueArray(fc.tuple(field, fc.oneof(value, inner)), { maxLength: 5, selector: ([name]) => name }),
    { maxLength: 12 },
  )
  .map((all) => all.map((pairs, n) => new Map<string, unknown>([['_id', new Int32(n)], ...pairs])));
const contents = fc.array(fc.uint8Array({ maxLength: 200_000, size: 'max' }), { maxLength: 3 });

const INDEXES = [
  { key: { a: 1 }, name: 'a_1' },
  { key: { b: 1, _id: 1 }, name: 'b_id', unique: true },
  { key: { vence: 1 }, name: 'vence', expireAfterSeconds: 60 },
  { key: { z: -1 }, name: 'parcial', partialFilterExpression: { desde: { $gte: new Date(0) } } },
];

describe('a backup', () => {
  let from: RespaldoTown;
  let to: RespaldoTown;
  beforeAll(async () => {
    from = await respaldoTown();
    to = await respaldoTown(from.keys);
  });
  afterAll(async () => {
    await from.close();
    await to.close();
  });

  const db = ({ connection }: RespaldoTown): mongo.Db => connection.db as mongo.Db;

  async function empty(town: RespaldoTown): Promise<void> {
    await town.place.clear();
    for await (const sha256 of town.anexos.storedBefore(new Date(8e15)))
      await town.anexos.removeStoredBefore(sha256, new Date(8e15));
  }

  async function stateOf(town: RespaldoTown) {
    const snapshot = await openSnapshot(town.connection);
    const collections = [];
    for (const { nombre, indices, documents: read } of snapshot.collections)
      collections.push({
        nombre,
        indices: indices.toSorted((a, b) => a.localeCompare(b)),
        ...(await totalOf(read())),
      });
    await snapshot.end();
    return collections;
  }

  async function backUpAndRestore(): Promise<void> {
    from.clock.advance(1000);
    const { name, manifest } = valueOf(await writeBackup(from.deps, from.dir));
    const folder = createSealedFolder(join(from.dir, name), from.deps.cipher);
    const { place, anexos } = to;
    expect(await restoreBackup({ folder, manifest, place, anexos })).toEqual({ ok: true, value: null });
  }

  it('restores every document byte by byte, every index and every attachment, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(documents, { maxLength: 3 }), contents, async (collections, files) => {
        await Promise.all([empty(from), empty(to)]);
        await db(from).collection('siempre').insertOne({ hay: 'algo' });
        for (const [n, rows] of collections.entries()) {
          await db(from).createCollection(`c${n}`);
          const options = { forceServerObjectId: true };
          if (rows.length > 0)
            await db(from)
              .collection(`c${n}`)
              .insertMany(rows as unknown as mongo.Document[], options);
          await db(from).command({ createIndexes: `c${n}`, indexes: INDEXES.slice(n) });
        }
        const stored = [];
        for (const bytes of files)
          stored.push(valueOf(await from.anexos.put(bytes, { nombre: 'a', tipo: 'b' })));
        await backUpAndRestore();
        expect(await stateOf(to)).toEqual(await stateOf(from));
        for (const [n, { sha256 }] of stored.entries())
          expect((await readAll(to.anexos, sha256))?.equals(files[n] as Uint8Array)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('restores an _id of any type', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(scalar, { minLength: 1, maxLength: 20, selector: String }),
        async (ids) => {
          await Promise.all([empty(from), empty(to)]);
          // The only one may be of a type that no _id can have.
          await db(from).collection('siempre').insertOne({ hay: 'algo' });
          // Numbers of different types may be equal: whoever comes second is refused, and that is no matter here.
          const options = { ordered: false, forceServerObjectId: true };
          const rows = ids.map((_id) => ({ _id }) as mongo.Document);
          await db(from)
            .collection('ids')
            .insertMany(rows, options)
            .catch(() => undefined);
          await backUpAndRestore();
          expect(await stateOf(to)).toEqual(await stateOf(from));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('restores documents that have expired: they go only after all has been compared', async () => {
    await Promise.all([empty(from), empty(to)]);
    await db(from)
      .collection('c')
      .insertMany([{ vence: new Date(0) }, { vence: new Date('2099-01-01') }]);
    await db(from).command({ createIndexes: 'c', indexes: [INDEXES[2]] });
    await backUpAndRestore();
    expect(await stateOf(to)).toEqual(await stateOf(from));
  });
});

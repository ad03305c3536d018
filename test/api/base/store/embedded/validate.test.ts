import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Document } from 'bson';
import type { Collection } from 'mongodb';
import type { IndexInfo } from '../../../../../api/base/store/embedded/storage/catalog';
import { checkedValue } from '../../../../../api/base/store/embedded/storage/checked-value';
import { indexKeys } from '../../../../../api/base/store/embedded/storage/index-keys';
import { keyOf } from '../../../../../api/base/store/embedded/storage/key-space';
import { encode } from '../../../../../api/base/store/embedded/values/raw-document';
import { openTestStore, type TestStore } from '../../../../fakes/open-test-store';
import { type Tampering, tampered } from '../../../../fakes/tampered-store';

interface Row {
  _id: number | string;
  clave?: string;
  etiquetas?: string[];
  n?: number;
  texto?: string;
}

jest.setTimeout(30_000);

const NAME = ['v', 'filas'] as const;

const row = (n: number): Row => ({
  _id: n,
  clave: `k${n}`,
  etiquetas: [`e${n % 7}`, `f${n % 3}`],
  n: n % 5,
  texto: n % 10 === 0 ? 'x'.repeat(3_000) : 'corto',
});

describe('validate', () => {
  let store: TestStore;
  const filas = (): Collection<Row> => store.client.db('v').collection<Row>('filas');
  const validated = (options: Document = {}): Promise<Document> =>
    store.client.db('v').command({ validate: 'filas', background: true, ...options });

  beforeEach(async () => {
    store = await openTestStore();
    await filas().createIndex({ clave: 1 }, { unique: true, sparse: true });
    await filas().createIndex({ etiquetas: 1, n: -1 });
    await filas().createIndex({ texto: 1 });
    await filas().createIndex({ n: 1 }, { partialFilterExpression: { n: { $gte: 3 } } });
    await filas().insertMany(Array.from({ length: 500 }, (_, n) => row(n)));
    await filas().insertMany([{ _id: 'sin-nada' }, { _id: 'y'.repeat(2_000), n: 4 }]);
  });
  afterEach(() => store.close());

  /** Damages the store and validates. */
  async function after(change: (tampering: Tampering) => void): Promise<Document> {
    store = await tampered(store, NAME, change);
    return validated();
  }

  const index = ({ collection }: Tampering, name: string): IndexInfo => {
    const found = collection.indexes.find((one) => one.name === name);
    if (!found) throw new Error(`no index ${name}`);
    return found;
  };
  /** The stored key of an entry of a document. */
  const entry = (tampering: Tampering, name: string, document: Row): Buffer => {
    const info = index(tampering, name);
    const [fields = Buffer.alloc(0)] = indexKeys(info, { ...document }).keys;
    return keyOf(info.id, fields, tampering.key(document._id).subarray(4));
  };

  it('counts documents and index entries of a whole collection', async () => {
    for (const options of [{}, { background: false, full: true }]) {
      expect(await validated(options)).toEqual({
        ns: 'v.filas',
        nInvalidDocuments: 0,
        nNonCompliantDocuments: 0,
        nrecords: 502,
        nIndexes: 5,
        keysPerIndex: { _id_: 502, clave_1: 500, 'etiquetas_1_n_-1': 1_002, texto_1: 502, n_1: 201 },
        indexDetails: {
          _id_: { valid: true },
          clave_1: { valid: true },
          'etiquetas_1_n_-1': { valid: true },
          texto_1: { valid: true },
          n_1: { valid: true },
        },
        valid: true,
        repaired: false,
        warnings: [],
        errors: [],
        extraIndexEntries: [],
        missingIndexEntries: [],
        corruptRecords: [],
        ok: 1,
      });
    }
  });

  it('finds a flipped bit in a document', async () => {
    let key = '';
    const found = await after((tampering) => {
      key = tampering.key(77).subarray(4).toString('hex');
      tampering.flip(tampering.key(77), 300);
    });
    expect(found).toMatchObject({ valid: false, corruptRecords: [key], nInvalidDocuments: 1, nrecords: 502 });
    expect(found.errors).toEqual(['Detected 1 corrupt records.']);
  });

  it('finds a document under the key of another', async () => {
    const found = await after(({ engine, key }) =>
      engine.env.put(key(77), checkedValue(encode({ ...row(77), _id: 78 }))),
    );
    expect(found).toMatchObject({ valid: false, nInvalidDocuments: 1 });
  });

  it('finds an index entry that is missing', async () => {
    const found = await after((tampering) =>
      tampering.engine.env.remove(entry(tampering, 'clave_1', row(12))),
    );
    expect(found).toMatchObject({
      valid: false,
      missingIndexEntries: [{ indexName: 'clave_1' }],
      extraIndexEntries: [],
      indexDetails: { clave_1: { valid: false }, texto_1: { valid: true } },
    });
  });

  it('finds an entry that no document asks for, and one of a document that is gone', async () => {
    const found = await after((tampering) => {
      const { env } = tampering.engine;
      const [changed, gone] = [
        { ...row(12), n: 77 },
        { ...row(12), _id: 'nadie' },
      ];
      for (const document of [changed, gone]) {
        const id = tampering.key(document._id).subarray(4);
        env.put(entry(tampering, 'etiquetas_1_n_-1', document), id);
      }
    });
    expect(found).toMatchObject({
      valid: false,
      missingIndexEntries: [],
      extraIndexEntries: [{ indexName: 'etiquetas_1_n_-1' }, { indexName: 'etiquetas_1_n_-1' }],
    });
  });

  it('finds two documents under one key of a unique index', async () => {
    const found = await after((tampering) => {
      const { engine, key } = tampering;
      const twin = { ...row(12), clave: 'k13' };
      engine.env.put(key(12), checkedValue(encode(twin)));
      engine.env.remove(entry(tampering, 'clave_1', row(12)));
      engine.env.put(entry(tampering, 'clave_1', twin), key(12).subarray(4));
    });
    expect(found.errors).toEqual(['Detected 2 duplicate keys in unique indexes.']);
  });

  it('finds an index that is not marked for the arrays it holds', async () => {
    const found = await after((tampering) => {
      index(tampering, 'etiquetas_1_n_-1').multikey = false;
      index(tampering, 'texto_1').cut = false;
      tampering.engine.catalog.save(tampering.collection);
    });
    expect(found.errors).toEqual(['Detected 550 documents that an index is not marked for.']);
    expect(found.missingIndexEntries).toHaveLength(100);
  });

  it('says nothing is wrong while documents come, change and go', async () => {
    let going = true;
    const writing = (async () => {
      for (let n = 1_000; n < 1_100; n++) {
        await filas().insertOne(row(n));
        await filas().updateOne({ _id: n - 700 }, { $set: { etiquetas: ['g'], n: n % 4 } });
        await filas().deleteOne({ _id: n - 900 });
      }
      going = false;
    })();
    while (going) expect(await validated()).toMatchObject({ valid: true });
    await writing;
  });

  it('leaves an index that is being built to itself, and is refused when its collection goes', async () => {
    await filas().insertMany(Array.from({ length: 3_000 }, (_, n) => row(10_000 + n)));
    const building = filas().createIndex({ nuevo: 1 });
    expect(await validated()).toMatchObject({ valid: true });
    await building;
    const dropped = validated().catch((cause: unknown) => cause);
    await filas().drop();
    expect(await dropped).toMatchObject({ code: 26 });
  });

  it('gives up when its time is over', async () => {
    await filas().insertMany(Array.from({ length: 3_000 }, (_, n) => row(10_000 + n)));
    await expect(validated({ maxTimeMS: 1 })).rejects.toMatchObject({ code: 50 });
  });
});

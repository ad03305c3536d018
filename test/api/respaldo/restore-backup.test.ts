import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { openSnapshot } from '../../../api/respaldo/mongo-snapshot';
import type { Place } from '../../../api/respaldo/mongo-place';
import { restoreBackup, type RestoreDeps } from '../../../api/respaldo/restore-backup';
import { createSealedFolder } from '../../../api/respaldo/sealed-folder';
import { writeBackup } from '../../../api/respaldo/write-backup';
import { readAll } from '../../contracts/anexos-contract';
import { wholeCollection } from '../../fakes/whole-collection';
import { respaldoTown, type RespaldoTown } from '../../fakes/respaldo-town';

jest.setTimeout(60_000);

const about = { nombre: 'a', tipo: 'b' };

describe('restoring a backup', () => {
  let from: RespaldoTown;
  let to: RespaldoTown;
  let deps: RestoreDeps;
  let anexo: string;

  beforeEach(async () => {
    from = await respaldoTown();
    to = await respaldoTown(from.keys);
    await from.connection.collection<{ _id: number }>('casos').insertMany([{ _id: 1 }, { _id: 2 }]);
    await from.connection.collection('instalacion').insertOne({ claves: 'las de antes' });
    await from.connection.collection('latidos').insertOne({ aOrden: false });
    await from.connection.collection('enlaces_datos').insertOne({ gastado: false });
    anexo = valueOf(await from.anexos.put(Buffer.from('hola'), about)).sha256;
    const { name, manifest } = valueOf(await writeBackup(from.deps, from.dir));
    const folder = createSealedFolder(join(from.dir, name), from.deps.cipher);
    deps = { folder, manifest, place: to.place, anexos: to.anexos };
  });
  afterEach(async () => {
    await from.close();
    await to.close();
  });

  const ids = async () =>
    (await to.connection.collection('casos').find({}, wholeCollection).toArray()).map(({ _id }) => _id);
  const names = async () => {
    const snapshot = await openSnapshot(to.connection);
    await snapshot.end();
    return snapshot.collections.map(({ nombre }) => nombre);
  };
  const motivo = async (changed: Partial<RestoreDeps> = {}) => {
    const restored = await restoreBackup({ ...deps, ...changed });
    return restored.ok ? 'restored' : restored.failure.motivo;
  };
  const failing = (step: 'insert' | 'addIndexes', at: number): Place => {
    let calls = 0;
    return {
      ...to.place,
      [step]: (nombre: string, rows: never) => {
        if (++calls === at) throw new Error('the machine went off');
        return to.place[step](nombre, rows);
      },
    };
  };

  it('leaves no sign of the service: the one in the backup would make an interruption that never was', async () => {
    expect(await motivo()).toBe('restored');
    expect(await names()).not.toContain('latidos');
  });

  it('brings back no link: one spent after the backup would open again', async () => {
    expect(await motivo()).toBe('restored');
    expect(await names()).not.toContain('enlaces_datos');
  });

  it('into an empty place leaves what was there, and no mark', async () => {
    expect(await motivo()).toBe('restored');
    expect(await ids()).toEqual([1, 2]);
    expect(await names()).toEqual(['casos', 'instalacion']);
    expect((await readAll(to.anexos, anexo))?.toString()).toBe('hola');
    expect(await to.place.marked()).toBe(false);
  });

  it('refuses a place with one document, and changes nothing', async () => {
    await to.connection.collection('ajenos').insertOne({ a: 1 });
    expect(await motivo()).toBe('LUGAR_OCUPADO');
    expect(await names()).toEqual(['ajenos']);
    expect(await to.place.marked()).toBe(false);
  });

  it('refuses a place with one attachment, and keeps it', async () => {
    const { sha256 } = valueOf(await to.anexos.put(Buffer.from('de otro'), about));
    expect(await motivo()).toBe('LUGAR_OCUPADO');
    expect(await to.anexos.has(sha256)).toBe(true);
    expect(await names()).toEqual([]);
  });

  it('takes a place where a program only started: its sweeps, its keys and its empty collections are replaced', async () => {
    await to.connection.collection('barridos').insertOne({ name: 'x' });
    await to.connection.collection('instalacion').insertOne({ claves: 'otras' });
    await to.connection.collection('casos').createIndex({ n: 1 }, { unique: true });
    expect(await motivo()).toBe('restored');
    expect(await names()).toEqual(['casos', 'instalacion']);
    const instalacion = await to.connection.collection('instalacion').find({}, wholeCollection).toArray();
    expect(instalacion.map(({ claves }) => claves)).toEqual(['las de antes']);
    expect(await ids()).toEqual([1, 2]);
  });

  it.each([
    ['before any document', 'insert', 1],
    ['between two collections', 'insert', 2],
    ['at the very end', 'addIndexes', 2],
  ] as const)('cut %s leaves the mark; repeated, it starts again from nothing', async (_when, step, at) => {
    await expect(restoreBackup({ ...deps, place: failing(step, at) })).rejects.toThrow('went off');
    expect(await to.place.marked()).toBe(true);
    await to.connection.collection('casos').insertOne({ a: 'medias' });
    valueOf(await to.anexos.put(Buffer.from('a medias'), about));
    expect(await motivo()).toBe('restored');
    expect(await ids()).toEqual([1, 2]);
    const stored: string[] = [];
    for await (const sha256 of to.anexos.storedBefore(new Date(8e15))) stored.push(sha256);
    expect(stored).toEqual([anexo]);
    expect(await to.place.marked()).toBe(false);
  });

  it('that does not come back as it was is not complete: the mark stays', async () => {
    const forgetful: Place = {
      ...to.place,
      async insert(nombre, documents) {
        await to.place.insert(nombre, documents);
        if (nombre === 'casos')
          await to.connection.collection<{ _id: number }>('casos').deleteOne({ _id: 1 });
      },
    };
    expect(await motivo({ place: forgetful })).toBe('NO_COINCIDE');
    expect(await to.place.marked()).toBe(true);
  });

  it('without an attachment that was said to be stored is not complete', async () => {
    const anexos = { ...to.anexos, get: () => Promise.resolve(undefined) };
    expect(await motivo({ anexos })).toBe('NO_COINCIDE');
    expect(await to.place.marked()).toBe(true);
  });
});

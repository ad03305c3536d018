import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createRestoreCommand } from '../../../api/admin/restaurar';
import { createFileCipher } from '../../../api/base/sealing/file-cipher';
import { type Keys, newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { valueOf } from '../../../api/base/kernel/result';
import { createSealedFolder } from '../../../api/respaldo/sealed-folder';
import { writeBackup } from '../../../api/respaldo/write-backup';
import * as fc from 'fast-check';
import { realTexts } from '../../fakes/real-texts';
import { wholeCollection } from '../../fakes/whole-collection';
import { ENTIDAD, PROGRAMA, respaldoTown, type RespaldoTown } from '../../fakes/respaldo-town';

jest.setTimeout(120_000);

const strange = parseKeys(newKeyFile('AUTOGENERADA'));

describe('a backup that is not exactly as it was written', () => {
  const work = mkdtempSync(join(tmpdir(), 'danado-'));
  const good = join(work, 'bueno');
  const copy = join(work, 'copia');
  let town: RespaldoTown;
  let files: string[];

  beforeAll(async () => {
    town = await respaldoTown();
    const casos = town.connection.collection('casos');
    await casos.insertMany(Array.from({ length: 400 }, (_, n) => ({ n, texto: 'x'.repeat(300) })));
    await town.connection.collection('otros').insertOne({ b: 1 });
    for (const bytes of [0, 10, 100_000])
      valueOf(await town.anexos.put(Buffer.alloc(bytes, 'a'), { nombre: 'a', tipo: 'b' }));
    const { name } = valueOf(await writeBackup(town.deps, town.dir));
    cpSync(join(town.dir, name), good, { recursive: true });
    files = readdirSync(good, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(good.length + 1));
  });
  afterAll(async () => {
    await town.close();
    rmSync(work, { recursive: true, force: true });
  });
  beforeEach(() => cpSync(good, copy, { recursive: true }));
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs `restaurar`; the place must not even be opened. */
  async function refusal(reader: { keys?: Keys; entidad?: string; programa?: string } = {}): Promise<string> {
    const said: string[] = [];
    const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
    const { keys = town.keys, entidad = ENTIDAD, programa = PROGRAMA } = reader;
    const command = createRestoreCommand({
      entidad,
      programa,
      clavesDir: '/claves',
      keys: () => keys,
      openPlace: () => Promise.reject(new Error('the place was opened')),
      clock: town.clock,
      texts: realTexts('respaldo'),
    });
    expect(await command([copy], io)).toBe(1);
    expect(said.at(-1)).toBe('No se escribió nada.');
    return said[0] ?? '';
  }

  const whole = () => expect(refusal()).rejects.toThrow('the place was opened');

  it('as it was written, it is accepted: otherwise the rest would prove nothing', async () => {
    expect(files).toHaveLength(7);
    await whole();
  });

  it('is refused with one bit changed anywhere in any file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(6),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        async (file, where, bit) => {
          const path = join(copy, files[file] ?? '');
          const bytes = readFileSync(path);
          const at = Math.floor(where * bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          writeFileSync(path, bytes);
          expect(await refusal()).toMatch(/dañado/);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          writeFileSync(path, bytes);
        },
      ),
      { numRuns: 300 },
    );
    await whole();
  });

  it('is refused with any file cut, or longer, at any place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(6),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (file, where) => {
          const path = join(copy, files[file] ?? '');
          const bytes = readFileSync(path);
          truncateSync(path, Math.floor(where * bytes.length));
          expect(await refusal()).toMatch(/dañado|completo/);
          writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(1 + Math.floor(where * 100))]));
          expect(await refusal()).toMatch(/dañado/);
          writeFileSync(path, bytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is refused without any one of its files', async () => {
    for (const file of files) {
      rmSync(join(copy, file));
      expect(await refusal()).toMatch(/completo/);
      cpSync(join(good, file), join(copy, file));
    }
    rmSync(join(copy, 'manifiesto'));
    mkdirSync(join(copy, 'manifiesto'));
    expect(await refusal()).toMatch(/No se puede leer el respaldo/);
    rmSync(copy, { recursive: true });
    expect(await refusal()).toMatch(/no es un respaldo completo/);
  });

  it('is refused with any two of its files exchanged', async () => {
    for (const [n, one] of files.entries())
      for (const other of files.slice(n + 1)) {
        cpSync(join(good, one), join(copy, other));
        cpSync(join(good, other), join(copy, one));
        expect(await refusal()).toMatch(/dañado/);
        cpSync(join(good, one), join(copy, one));
        cpSync(join(good, other), join(copy, other));
      }
  });

  it('is refused with a file of another backup of the same town', async () => {
    town.clock.advance(1000);
    await town.connection.collection('casos').deleteOne({ n: 0 }, wholeCollection);
    const { name } = valueOf(await writeBackup(town.deps, town.dir));
    renameSync(join(town.dir, name), join(work, 'otro'));
    for (const [n, file] of files.entries()) {
      if (!file.startsWith('colecciones/00') && file !== 'manifiesto') continue;
      cpSync(join(work, 'otro', file), join(copy, file));
      expect([n, await refusal()]).toEqual([n, expect.stringMatching(/dañado/)]);
      cpSync(join(good, file), join(copy, file));
    }
  });

  it('is refused with other keys, and with the right ones but one', async () => {
    expect(await refusal({ keys: strange })).toMatch(/claves de \/claves/);
    expect(await refusal({ keys: { ...town.keys, firma: strange.firma } })).toMatch(/claves de \/claves/);
  });

  it('is refused when a file sealed as an attachment stands for its manifest', async () => {
    const manifest: Buffer[] = [];
    const backups = createSealedFolder(good, createFileCipher(town.keys, 'respaldo'));
    for await (const piece of backups.read('manifiesto')) manifest.push(piece);
    rmSync(join(copy, 'manifiesto'));
    await createSealedFolder(copy, createFileCipher(town.keys, 'anexo')).write(
      'manifiesto',
      (async function* () {
        yield Buffer.concat(manifest);
      })(),
    );
    expect(await refusal()).toMatch(/claves de \/claves/);
  });

  it('is refused by another town, and by an older program; a newer program takes it', async () => {
    expect(await refusal({ entidad: 'otro-pueblo' })).toMatch(/otra entidad: pueblo-valle/);
    expect(await refusal({ programa: '1.3.9' })).toMatch(/versión 1\.4\.0/);
    await expect(refusal({ programa: '1.10.0' })).rejects.toThrow('the place was opened');
  });

  it('says nothing to who has no keys: neither names of collections nor what they hold', () => {
    for (const file of files) {
      expect(file).not.toMatch(/casos|otros|[0-9a-f]{8}/);
      const text = readFileSync(join(good, file), 'latin1');
      expect(text).not.toMatch(/casos|otros|pueblo|xxxx|aaaa/);
    }
  });
});

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createBackupCommand } from '../../../api/admin/respaldo';
import { createFileCipher, type FileCipher } from '../../../api/base/sealing/file-cipher';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { valueOf } from '../../../api/base/kernel/result';
import { condemnedOf, draftOf, nameAt } from '../../../api/respaldo/folder-name';
import { openSnapshot, type Snapshot } from '../../../api/respaldo/mongo-snapshot';
import { type BackupDeps, writeBackup } from '../../../api/respaldo/write-backup';
import { realTexts } from '../../fakes/real-texts';
import { wholeCollection } from '../../fakes/whole-collection';
import { respaldoTown, type RespaldoTown } from '../../fakes/respaldo-town';

jest.setTimeout(60_000);

const about = { nombre: 'a', tipo: 'b' };

describe('making a backup', () => {
  let town: RespaldoTown;
  let said: string[];
  beforeEach(async () => {
    town = await respaldoTown();
    said = [];
    await town.connection.collection('casos').insertMany([{ n: 1 }, { n: 2 }]);
    valueOf(await town.anexos.put(Buffer.from('hola'), about));
  });
  afterEach(() => town.close());

  const say = (line: string): void => void said.push(line);
  const respaldo = (args: readonly string[], deps: Partial<BackupDeps> = {}): Promise<number> =>
    createBackupCommand({ ...town.deps, ...deps, clavesDir: '/claves', texts: realTexts('respaldo') })(args, {
      out: say,
      err: say,
    });
  const inDir = () => readdirSync(town.dir);

  it('says what is in it, that it was verified, and each time that it needs the keys', async () => {
    expect(await respaldo([town.dir])).toBe(0);
    const [name = ''] = inDir();
    expect(name).toBe(nameAt(town.clock.now()));
    expect(said[0]).toContain(`${join(town.dir, name)}. 2 documentos, 1 anexos,`);
    expect(said[1]).toContain('Guarde una copia de las claves en otro lugar');
    expect(statSync(join(town.dir, name)).mode & 0o777).toBe(0o700);
    expect(statSync(join(town.dir, name, 'manifiesto')).mode & 0o777).toBe(0o600);
  });

  it('is one instant of all collections, and the attachments that any of them speaks of', async () => {
    const snapshot = async (): Promise<Snapshot> => {
      const opened = await openSnapshot(town.connection);
      await town.connection.collection('casos').deleteMany({}, wholeCollection);
      await town.connection.collection('zzz').insertOne({ despues: true });
      return opened;
    };
    const { manifest } = valueOf(await writeBackup({ ...town.deps, snapshot }, town.dir));
    expect(manifest.colecciones.map(({ nombre, documentos }) => [nombre, documentos])).toEqual([
      ['casos', 2],
    ]);
  });

  it.each([
    [[]],
    [['--conservar', '3']],
    [['dir', '--conservar', '0']],
    [['dir', '--conservar', 'x']],
    [['a', 'b']],
  ])('refuses %j with its use', async (args) => {
    expect(await respaldo(args)).toBe(2);
    expect(said[0]).toContain('Uso: ');
  });

  it('refuses a folder that is not there: a disk that is not mounted is no place', async () => {
    expect(await respaldo([join(town.dir, 'usb')])).toBe(1);
    expect(said[0]).toContain('Revise que exista');
    expect(existsSync(join(town.dir, 'usb'))).toBe(false);
  });

  it('refuses to be made where one of this second is being made, and leaves that one alone', async () => {
    const draft = draftOf(nameAt(town.clock.now()));
    mkdirSync(join(town.dir, draft));
    expect(await respaldo([town.dir])).toBe(1);
    expect(inDir()).toEqual([draft]);
  });

  it('refuses an empty place: with a wrong DATA_DIR the good ones would be pushed out', async () => {
    await town.connection.collection('casos').deleteMany({}, wholeCollection);
    await town.connection.collection('barridos').insertOne({ name: 'x' });
    expect(await respaldo([town.dir, '--conservar', '1'])).toBe(1);
    expect(said[0]).toContain('Revise DATA_DIR');
    expect(inDir()).toEqual([]);
  });

  it('on a disk without room says so and leaves nothing', async () => {
    const full: FileCipher = {
      ...town.deps.cipher,
      async *seal(plain) {
        yield* town.deps.cipher.seal(plain);
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' });
      },
    };
    expect(await respaldo([town.dir], { cipher: full })).toBe(1);
    expect(said[0]).toContain('No hay espacio suficiente');
    expect(said[1]).toContain('No quedó ningún respaldo nuevo');
    expect(inDir()).toEqual([]);
  });

  it('that reads back otherwise than it was written is no backup', async () => {
    let last = Buffer.alloc(0);
    const faulty: FileCipher = {
      // As a disk that keeps another byte than it was given.
      async *seal(plain) {
        for await (const piece of town.deps.cipher.seal(plain)) {
          if (last.length > 0) last[last.length - 1] = (last.at(-1) ?? 0) ^ 1;
          last = Buffer.from(piece);
          yield last;
        }
      },
      async *open(sealed) {
        for await (const piece of town.deps.cipher.open(sealed)) yield Buffer.from(piece).fill(0x41, 0, 1);
      },
    };
    expect(await respaldo([town.dir], { cipher: faulty })).toBe(1);
    expect(said[0]).toContain('no coincide');
    expect(inDir()).toEqual([]);
  });

  it('tells an attachment that the disk can no longer read, keeps the rest, and does not end well', async () => {
    const { sha256 } = valueOf(await town.anexos.put(Buffer.alloc(100_000, 'b'), about));
    truncateSync(join(town.anexosDir, sha256.slice(0, 2), sha256.slice(2)), 80_000);
    expect(await respaldo([town.dir])).toBe(1);
    expect(said[0]).toContain('2 documentos, 1 anexos');
    expect(said.at(-1)).toContain(sha256);
    expect(inDir()).toHaveLength(1);
  });

  it('keeps the newest of the town and touches nothing that it does not know', async () => {
    const strange = createFileCipher(parseKeys(newKeyFile('AUTOGENERADA')), 'respaldo');
    const other = { ...town.deps, cipher: strange };
    const foreign = valueOf(await writeBackup(other, town.dir)).name;
    mkdirSync(join(town.dir, 'respaldo-2020-01-01T00-00-00Z'));
    writeFileSync(join(town.dir, 'notas.txt'), 'x');
    const own: string[] = [];
    for (let n = 0; n < 4; n++) {
      town.clock.advance(60_000);
      own.push(nameAt(town.clock.now()));
      expect(await respaldo([town.dir, '--conservar', '2'])).toBe(0);
    }
    const kept = [foreign, 'respaldo-2020-01-01T00-00-00Z', 'notas.txt', ...own.slice(-2)];
    expect(new Set(inDir())).toEqual(new Set(kept));
    expect(said.at(-1)).toContain(own[1]);
  });

  it('that cannot remove an older one says so: the new one is good, but the disk would fill up', async () => {
    expect(await respaldo([town.dir])).toBe(0);
    const [first = ''] = inDir();
    // What an earlier removal left is in the way.
    mkdirSync(join(town.dir, condemnedOf(first), 'x'), { recursive: true });
    town.clock.advance(1000);
    expect(await respaldo([town.dir, '--conservar', '1'])).toBe(1);
    expect(said.at(-1)).toContain('sí quedó completo');
    expect(inDir()).toContain(nameAt(town.clock.now()));
  });

  it('never removes the one just made, whatever the clock says', async () => {
    town.clock.skew(365 * 86_400_000);
    expect(await respaldo([town.dir])).toBe(0);
    town.clock.skew(-365 * 86_400_000);
    expect(await respaldo([town.dir, '--conservar', '1'])).toBe(0);
    expect(inDir()).toEqual([nameAt(town.clock.now())]);
  });

  it('sweeps what a killed one left a day ago, not what may be at work', async () => {
    const name = draftOf(nameAt(town.clock.now()));
    mkdirSync(join(town.dir, name));
    cpSync(join(town.dir, name), join(town.dir, 'ajeno'), { recursive: true });
    town.clock.advance(23 * 3_600_000);
    expect(await respaldo([town.dir])).toBe(0);
    expect(inDir()).toContain(name);
    town.clock.advance(3_600_000);
    expect(await respaldo([town.dir])).toBe(0);
    expect(inDir()).not.toContain(name);
    expect(inDir()).toContain('ajeno');
  });

  it('frees the instant it read from: the store goes on giving others', async () => {
    for (let n = 0; n < 6; n++) {
      town.clock.advance(1000);
      expect(await respaldo([town.dir])).toBe(0);
    }
    renameSync(town.dir, `${town.dir}-`);
    expect(await respaldo([town.dir])).toBe(1);
  });
});

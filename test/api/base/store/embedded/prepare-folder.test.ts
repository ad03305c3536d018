import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Environment } from '../../../../../api/base/store/embedded/storage/environment';
import { prepareFolder } from '../../../../../api/base/store/embedded/storage/prepare-folder';

const KEY = Buffer.from('0000clave');

describe('preparing the folder', () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'prepare-'));
    folder = join(root, 'datos', 'store');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('leaves data and lock whole, on blocks of the disk, and no draft', async () => {
    const env = new Environment(folder);
    expect(readdirSync(folder).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'data.mdb',
      'lock.mdb',
      'reserva',
    ]);
    // Bytes that are only promised would be asked of a full disk later, by an access to memory that cannot fail.
    const { blocks, size } = statSync(join(folder, 'lock.mdb'));
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    await env.close();
  });

  it('keeps what is there', async () => {
    const env = new Environment(folder);
    await env.write(() => env.put(KEY, Buffer.from('valor')));
    await env.close();
    rmSync(join(folder, 'lock.mdb'));
    const again = new Environment(folder);
    expect(again.get(KEY)?.toString()).toBe('valor');
    await again.close();
  });

  it('leaves nothing under the name of the data when it cannot make them', () => {
    const fails = () => {
      throw new Error('no room');
    };
    expect(() => prepareFolder(folder, fails)).toThrow('no room');
    expect(existsSync(join(folder, 'data.mdb'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['lock.mdb']);
  });

  it('takes the file that another process placed meanwhile', () => {
    const meanwhile = (path: string) => {
      writeFileSync(join(path, 'data.mdb'), 'draft');
      writeFileSync(join(folder, 'data.mdb'), 'placed before');
      return { close: () => undefined };
    };
    prepareFolder(folder, meanwhile);
    expect(statSync(join(folder, 'data.mdb')).size).toBe('placed before'.length);
  });
});

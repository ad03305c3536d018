import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { lmdbReason } from '../../../../../api/base/store/embedded/storage/lmdb-error';
import { Environment } from '../../../../../api/base/store/embedded/storage/environment';

it('answers the writes asked for before it closes, and refuses those that come after', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  const env = new Environment(folder);
  const key = Buffer.from('k');
  const before = env.write(() => env.put(key, Buffer.from('1')));
  const closed = env.close();
  await expect(env.write(() => env.put(key, Buffer.from('2')))).rejects.toMatchObject({ code: 11_600 });
  await before;
  await closed;
  await expect(env.write(() => undefined)).rejects.toMatchObject({ code: 11_600 });
  const again = new Environment(folder);
  expect(again.get(key)).toEqual(Buffer.from('1'));
  await again.close();
  rmSync(folder, { recursive: true, force: true });
});

it('undoes on disk what a batch did that was given up, and does again those that were not at fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  const env = new Environment(folder);
  const put = (key: string) => env.put(Buffer.from(key), Buffer.from(key));
  const first = env.write(() => put('a'));
  const faulty = env.write(() => {
    put('half');
    throw new Error('a bug');
  });
  const last = env.write(() => put('b'));
  await expect(faulty).rejects.toThrow('a bug');
  await Promise.all([first, last]);
  await env.close();
  const again = new Environment(folder);
  expect(['a', 'half', 'b'].map((key) => again.get(Buffer.from(key))?.toString())).toEqual([
    'a',
    undefined,
    'b',
  ]);
  await again.close();
  rmSync(folder, { recursive: true, force: true });
});

it('tells the words of LMDB and nothing of what the system or a bug says', () => {
  const failed = (message: string, code?: number) => lmdbReason(Object.assign(new Error(message), { code }));
  expect(failed('MDB_BAD_TXN: Transaction must abort', -30_782)).toBe('MDB_BAD_TXN: Transaction must abort');
  expect([failed('No space left', 28), failed('a bug'), lmdbReason('text')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

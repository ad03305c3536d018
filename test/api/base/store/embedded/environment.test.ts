import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
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

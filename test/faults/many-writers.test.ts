import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';
import { manyWriters } from './many-writers';
import { auditPages } from './page-audit';
import { type Bundled, bundleProgram } from './store-bundle';

const COMMANDS = 300;

let bundled: Bundled;
const dataDir = mkdtempSync(join(tmpdir(), 'many-writers-'));
beforeAll(async () => {
  bundled = await bundleProgram('store-server');
});
afterAll(() => {
  bundled.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

it('holds what it acknowledged and nothing that it refused, of commands of many writes from many at once', async () => {
  const how = { mode: 'serve', thread: 'worker', workerFile: bundled.workerFile } as const;
  const store = valueOf(await openStore({ dataDir, logger: silentLogger, ...how }));
  const seed = Math.floor(Math.random() * 2 ** 31);
  const goOn = ({ commands }: { commands: number }) => commands < COMMANDS;
  const outcome = await manyWriters(store.uri, { writers: 32, seed, goOn });
  await store.close();
  expect({ seed, wrong: outcome.wrong, unanswered: outcome.unanswered }).toEqual({
    seed,
    wrong: [],
    unanswered: 0,
  });
  expect(outcome.refused).toBeGreaterThan(COMMANDS / 20);
  const { lost, shared } = auditPages(join(dataDir, 'store/data.mdb'));
  expect({ lost, shared }).toEqual({ lost: 0, shared: [] });
});

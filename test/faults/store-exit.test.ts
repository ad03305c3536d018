import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeOf } from './kill-round';
import { KnownWrites, type Told } from './known-writes';
import { type Bundled, bundleProgram } from './store-bundle';
import { startChild } from './store-child';

const RUNS = 6;
const WRITES = '40';
const PATIENCE_MS = 60_000;

describe('a process that ends while its store is writing', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-exit-'));
  const known = new KnownWrites();
  let bundled: Bundled;
  beforeAll(async () => {
    bundled = await bundleProgram('store-writers');
  });
  afterAll(() => {
    bundled.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(Array.from({ length: RUNS }, (_, run) => run + 1))(
    'ends with its own code, and loses nothing, run %d',
    async (run) => {
      const args = [dataDir, `r${run}`, bundled.workerFile, WRITES];
      const child = startChild<Told>(bundled.program, args, (line) => known.hear(line));
      // One that hangs is ended here, and then its code is not 0.
      const timer = setTimeout(() => child.process.kill('SIGKILL'), PATIENCE_MS);
      const ended = new Promise((resolve) => child.process.once('close', resolve));
      await Promise.all([child.ended, ended]);
      clearTimeout(timer);
      expect(child.process.exitCode).toBe(0);
      expect(await outcomeOf(join(dataDir, 'store'), known)).toMatchObject({
        lost: [],
        unasked: [],
        corrupt: [],
      });
    },
    2 * PATIENCE_MS,
  );
});

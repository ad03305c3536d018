import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { killRound } from './kill-round';
import { KnownWrites } from './known-writes';
import { type Bundled, bundleProgram } from './store-bundle';

const RUNS = 20;
/** Acknowledged writes after which a run is killed: at most so many. */
const MOST_WRITES = 400;

describe('kill -9 of a process with sixteen writers, an index being built, a sweep and a drop', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-kill-'));
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
    'loses no acknowledged write and keeps indexes equal to documents, run %d',
    async (run) => {
      const before = known.acknowledged;
      const acknowledgements = 1 + Math.floor(Math.random() * MOST_WRITES);
      const outcome = await killRound(bundled, { dataDir, run: `r${run}`, known, at: { acknowledgements } });
      expect(outcome).toMatchObject({ lost: [], unasked: [], corrupt: [] });
      expect(outcome.acknowledged).toBeGreaterThanOrEqual(before + acknowledgements);
    },
    30_000,
  );
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type KillAt, killRound, type Outcome } from './kill-round';
import { KnownWrites } from './known-writes';
import { noteInLedger } from './largo-ledger';
import { type Bundled, bundleProgram } from './store-bundle';

const KILLS = Number(process.env['KILLS'] ?? 1000);
/** Kills on the same folder; then a new one, so that looking at it stays quick. */
const PER_FOLDER = 50;
const MOST_WRITES = 400;
const MOST_MS = 1500;
const LIMIT_MS = 90 * 60_000;

/** One in ten while it opens or soon after; the others once so many writes were acknowledged. */
const chosen = (kill: number): KillAt =>
  kill % 10 === 9
    ? { milliseconds: 100 + Math.random() * MOST_MS }
    : { acknowledgements: 1 + Math.floor(Math.random() * MOST_WRITES) };

let bundled: Bundled;
beforeAll(async () => {
  bundled = await bundleProgram('store-writers');
});
afterAll(() => bundled.remove());

const faultsIn = ({ lost, unasked, corrupt }: Outcome) => [...lost, ...unasked, ...corrupt];

const NOTHING = { kills: 0, acknowledged: 0, lost: 0, unasked: 0, corrupt: 0, inBuild: 0, inDrop: 0 };

function added(sum: typeof NOTHING, { lost, unasked, corrupt, brokenOff }: Outcome): typeof NOTHING {
  return {
    kills: sum.kills + 1,
    acknowledged: sum.acknowledged,
    lost: sum.lost + lost.length,
    unasked: sum.unasked + unasked.length,
    corrupt: sum.corrupt + corrupt.length,
    inBuild: sum.inBuild + Number(brokenOff.build),
    inDrop: sum.inDrop + Number(brokenOff.drop),
  };
}

it(
  `loses nothing in ${KILLS} kills`,
  async () => {
    const start = performance.now();
    let sum = NOTHING;
    const faults: string[] = [];
    for (let first = 0; first < KILLS && faults.length === 0; first += PER_FOLDER) {
      const dataDir = mkdtempSync(join(tmpdir(), 'store-kills-'));
      const known = new KnownWrites();
      for (let kill = first; kill < Math.min(first + PER_FOLDER, KILLS) && faults.length === 0; kill++) {
        const round = { dataDir, run: `r${kill}`, known, at: chosen(kill) };
        const outcome = await killRound(bundled, round);
        faults.push(...faultsIn(outcome));
        sum = added(sum, outcome);
      }
      sum = { ...sum, acknowledged: sum.acknowledged + known.acknowledged };
      noteInLedger('kills', { ...sum, seconds: Math.round((performance.now() - start) / 1000) });
      // A folder with a fault stays for whoever looks for its cause.
      if (faults.length === 0) rmSync(dataDir, { recursive: true, force: true });
      else faults.push(`the folder: ${dataDir}`);
    }
    expect(faults).toEqual([]);
    expect(sum).toMatchObject({ kills: KILLS, lost: 0, unasked: 0, corrupt: 0 });
  },
  LIMIT_MS,
);

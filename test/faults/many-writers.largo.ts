import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';
import { noteInLedger } from './largo-ledger';
import { manyWriters, type Outcome } from './many-writers';
import { auditPages } from './page-audit';
import { type Bundled, bundleProgram } from './store-bundle';

const MINUTES = Number(process.env['MINUTES'] ?? 20);
/** Commands on one folder, which is then closed and its pages looked at. */
const PER_FOLDER = 4000;
const WRITERS = 128;

let bundled: Bundled;
beforeAll(async () => {
  bundled = await bundleProgram('store-server');
});
afterAll(() => bundled.remove());

async function round(goOn: (outcome: Outcome) => boolean) {
  const dataDir = mkdtempSync(join(tmpdir(), 'many-writers-'));
  try {
    const how = { mode: 'serve', thread: 'worker', workerFile: bundled.workerFile } as const;
    const store = valueOf(await openStore({ dataDir, logger: silentLogger, ...how }));
    const outcome = await manyWriters(store.uri, {
      writers: WRITERS,
      seed: Math.floor(Math.random() * 2 ** 31),
      goOn,
    });
    await store.close();
    return { ...outcome, ...auditPages(join(dataDir, 'store/data.mdb')) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

it(
  `holds what it acknowledged, and loses no page, in ${MINUTES} minutes of ${WRITERS} writers`,
  async () => {
    const end = performance.now() + MINUTES * 60_000;
    const sum = { folders: 0, commands: 0, acknowledged: 0, refused: 0, unanswered: 0, wrong: 0 };
    const pages = { lostPages: 0, sharedPages: 0 };
    while (performance.now() < end) {
      const goOn = ({ commands }: Outcome) => commands < PER_FOLDER && performance.now() < end;
      const { lost, shared, wrong, ...counted } = await round(goOn);
      sum.folders += 1;
      for (const what of ['commands', 'acknowledged', 'refused', 'unanswered'] as const)
        sum[what] += counted[what];
      sum.wrong += wrong.length;
      pages.lostPages += lost;
      pages.sharedPages += shared.length;
      noteInLedger('many-writers', { ...sum, ...pages });
      expect({ wrong, unanswered: counted.unanswered, lost, shared }).toEqual({
        wrong: [],
        unanswered: 0,
        lost: 0,
        shared: [],
      });
    }
  },
  (MINUTES + 10) * 60_000,
);

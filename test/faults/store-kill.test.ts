import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf } from '../../api/base/store/embedded/storage/checked-value';
import { indexKeys } from '../../api/base/store/embedded/storage/index-keys';
import { Engine } from '../../api/base/store/embedded/storage/engine';
import { afterPrefix, keyOf } from '../../api/base/store/embedded/storage/key-space';
import { type Bundled, bundleProgram } from './store-bundle';
import { startChild } from './store-child';
import type { Told } from './store-writers';

const RUNS = 20;
/** Acknowledged writes after which a run is killed: at most so many. */
const MOST_WRITES = 400;

/** What is known of each row: the states it may be in. `null`: not there. */
type Ledger = Map<string, Set<number | null>>;

interface Counted {
  asked: number;
  acknowledged: number;
}

class Known {
  readonly rows: Ledger = new Map();
  readonly counters = new Map<string, Counted>();
  acknowledged = 0;

  hear({ op, id, n, done }: Told): void {
    if (done) this.acknowledged += 1;
    if (op === 'inc') {
      const counted = this.counters.get(id) ?? { asked: 0, acknowledged: 0 };
      this.counters.set(id, counted);
      counted[done ? 'acknowledged' : 'asked'] += n;
      return;
    }
    const state = op === 'delete' ? null : n;
    // Asked but not acknowledged: it may have happened or not.
    const before = this.rows.get(id) ?? new Set<number | null>([null]);
    this.rows.set(id, done ? new Set([state]) : new Set([...before, state]));
  }
}

interface Found {
  readonly rows: Map<string, number>;
  readonly faults: string[];
}

/** Reads everything and compares each index, both ways, with what its documents say. */
function inspect(engine: Engine): Found {
  const collection = engine.catalog.find('candelaria', 'filas');
  const rows = new Map<string, number>();
  if (!collection) return { rows, faults: [] };
  const expected = new Set<string>();
  const space = keyOf(collection.id);
  for (const { key, value } of engine.env.entries({ from: space, to: afterPrefix(space) })) {
    const { document } = documentOf(value);
    rows.set(String(document._id), Number(document.n));
    for (const index of collection.indexes) {
      for (const bytes of indexKeys(index, document).keys)
        expected.add(keyOf(index.id, bytes, key.subarray(4)).toString('hex'));
    }
  }
  const stored = collection.indexes.flatMap(({ id }) =>
    [...engine.env.entries({ from: keyOf(id), to: afterPrefix(keyOf(id)) })].map(({ key }) =>
      key.toString('hex'),
    ),
  );
  const missing = [...expected].filter((key) => !stored.includes(key));
  const extra = stored.filter((key) => !expected.has(key));
  return { rows, faults: [...missing.map((key) => `missing ${key}`), ...extra.map((key) => `extra ${key}`)] };
}

describe('kill -9 of a process with sixteen writers', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-kill-'));
  const known = new Known();
  let bundled: Bundled;

  beforeAll(async () => {
    bundled = await bundleProgram('store-writers');
  });
  afterAll(() => {
    bundled.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function writeAndKill(run: number): Promise<void> {
    const enough = known.acknowledged + 1 + Math.floor(Math.random() * MOST_WRITES);
    const child = startChild<Told>(bundled.program, [dataDir, `r${run}`, bundled.workerFile], (line) => {
      known.hear(line);
      if (known.acknowledged >= enough) child.process.kill('SIGKILL');
    });
    await child.ended;
    expect(known.acknowledged).toBeGreaterThanOrEqual(enough);
  }

  it.each(Array.from({ length: RUNS }, (_, run) => run + 1))(
    'loses no acknowledged write and keeps indexes equal to documents, run %d',
    async (run) => {
      await writeAndKill(run);
      const engine = new Engine(join(dataDir, 'store'));
      const { rows, faults } = inspect(engine);
      await engine.close();
      expect(faults).toEqual([]);
      const lost = [...known.rows]
        .filter(([id, states]) => !states.has(rows.get(id) ?? null))
        .map(([id]) => id);
      expect(lost).toEqual([]);
      for (const [id, { asked, acknowledged }] of known.counters) {
        expect(rows.get(id) ?? 0).toBeGreaterThanOrEqual(acknowledged);
        expect(rows.get(id) ?? 0).toBeLessThanOrEqual(asked);
      }
      const unknown = [...rows.keys()].filter((id) => !known.rows.has(id) && !known.counters.has(id));
      expect(unknown).toEqual([]);
    },
    30_000,
  );
});

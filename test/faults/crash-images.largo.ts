import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Check, checkImages } from './check-images';
import { diskOrder } from './disk-order';
import { packed, type Recording } from './disk-recording';
import { noteInLedger } from './largo-ledger';
import { recordDisk } from './record-disk';
import { type Bundled, bundleProgram } from './store-bundle';

/** With GRABAR=1 the recording that `npm test` reads is made again. */
const GOLDEN = join(__dirname, '../golden/disco/escrituras.br');
const GOLDEN_ACKNOWLEDGEMENTS = 300;
const ACKNOWLEDGEMENTS = 500;
const LIMIT_MS = 60 * 60_000;

describe('every image of a fresh recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-recording-'));
  const file = join(folder, 'escrituras.br');
  let writers: Bundled;
  let checker: Bundled;
  let recording: Recording;

  beforeAll(async () => {
    if (spawnSync('strace', ['-V']).status !== 0)
      throw new Error('strace is missing: install it (Debian, Ubuntu: apt-get install strace)');
    [writers, checker] = await Promise.all([bundleProgram('store-writers'), bundleProgram('image-checker')]);
    recording = recordDisk(writers, ACKNOWLEDGEMENTS);
    writeFileSync(file, packed(recording));
    if (process.env['GRABAR'] === '1')
      writeFileSync(GOLDEN, packed(recordDisk(writers, GOLDEN_ACKNOWLEDGEMENTS)));
  }, LIMIT_MS);
  afterAll(() => {
    writers?.remove();
    checker?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'opens whole, with every acknowledged write; without syncs most are broken',
    async () => {
      const start = performance.now();
      const seed = Math.floor(Math.random() * 1e9);
      const plan = { seed, perMoment: 3, leftOut: 'nothing', from: 0, every: 1, most: 1e6 } as const;
      const whole = await checkImages(checker.program, file, plan);
      const control = { ...plan, leftOut: 'page-syncs', from: 500, every: 101, most: 20 } as const;
      const broken = await checkImages(checker.program, file, control);
      const order = diskOrder(recording.events);
      noteInLedger('crash-images', figuresOf(recording, whole, broken, order.commits, start));
      expect({ seed, broken: whole.broken }).toEqual({ seed, broken: [] });
      expect(order.faults).toEqual([]);
      expect(whole.opened).toBe(whole.images);
      expect(whole.opened).toBeGreaterThanOrEqual(2000);
      expect(broken.broken.length).toBeGreaterThanOrEqual(10);
    },
    LIMIT_MS,
  );
});

function figuresOf({ events }: Recording, whole: Check, control: Check, commits: number, start: number) {
  return {
    images: whole.opened,
    broken: whole.broken.length,
    controlImages: control.opened,
    controlBroken: control.broken.length,
    writes: events.filter(({ kind }) => kind === 'write').length,
    commits,
    acknowledged: events.filter((event) => event.kind === 'told' && event.told.done).length,
    seconds: Math.round((performance.now() - start) / 1000),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORMAT } from '../../api/base/store/embedded/ownership/owner-record';
import { checkImages } from './check-images';
import { diskOrder } from './disk-order';
import { type Recording, unpacked } from './disk-recording';
import { type Bundled, bundleProgram } from './store-bundle';

/** What writers did to the store's file, system call by system call; how to record it again: `test/golden/disco/LEEME.md`. */
const FILE = join(__dirname, '../golden/disco/escrituras.br');
const choices = {
  seed: 20261125,
  perMoment: 2,
  leftOut: 'nothing',
  from: 0,
  every: 1,
  most: 10_000,
} as const;

describe('the disk after a power cut, rebuilt from recorded writes', () => {
  let bundled: Bundled;
  let recording: Recording;
  beforeAll(async () => {
    recording = unpacked(readFileSync(FILE));
    bundled = await bundleProgram('image-checker');
  });
  afterAll(() => bundled.remove());

  it('was recorded from the layout that is written today; else it must be recorded again', () => {
    expect(recording.format).toBe(FORMAT);
  });

  it('gets pages, then a sync, then the page that makes them current, and only then an answer is sent', () => {
    const { faults, commits, replies, acknowledgements } = diskOrder(recording.events);
    expect(faults).toEqual([]);
    expect(commits).toBeGreaterThan(50);
    expect(replies).toBeGreaterThan(200);
    expect(acknowledgements).toBeGreaterThan(200);
  });

  it('would not pass for that order without its syncs', () => {
    const without = recording.events.filter(({ kind }) => kind !== 'synced');
    const { faults } = diskOrder(without);
    expect(faults).toContainEqual(expect.stringContaining('before they are on the disk'));
    expect(faults).toContainEqual(expect.stringContaining('in the middle of a commit'));
  });

  it('opens whole, with every acknowledged write and nothing that was not asked', async () => {
    // All of the first opening, then one in seven of the rest: the long run opens every one.
    const first = await checkImages(bundled.program, FILE, { ...choices, most: 30 });
    const rest = await checkImages(bundled.program, FILE, { ...choices, from: 35, every: 7 });
    expect([...first.broken, ...rest.broken]).toEqual([]);
    expect(first.opened + rest.opened).toBeGreaterThan(200);
  }, 120_000);

  it.each(['page-syncs', 'all-syncs'] as const)(
    'is found broken when %s are left out: this test sees such faults',
    async (leftOut) => {
      const plan = { ...choices, leftOut, from: 4 * 149, every: 149, most: 6 };
      const { broken, opened } = await checkImages(bundled.program, FILE, plan);
      expect(opened).toBe(6);
      expect(broken.length).toBeGreaterThanOrEqual(3);
    },
    120_000,
  );
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Seen } from './full-disk-scenario';
import { mounted, smallDisks } from './small-disk';
import { type Bundled, bundleProgram } from './store-bundle';
import { startChild } from './store-child';

const OUT_OF_DISK_SPACE = 14031;
const place = mkdtempSync(join(tmpdir(), 'store-full-'));

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe.each(smallDisks(place))('a store whose disk is full (%s)', (kind) => {
  let bundles: Bundled[] = [];
  let seen: Seen;

  beforeAll(async () => {
    bundles = await Promise.all([bundleProgram('full-disk-scenario'), bundleProgram('store-server')]);
    const [scenario, server] = bundles;
    if (!scenario || !server) throw new Error('nothing was bundled');
    const disk = mkdtempSync(join(place, 'disco-'));
    const args = [kind, disk, server.program, server.workerFile, join(place, `${kind}.log`)];
    const through = kind === 'tmpfs' ? mounted(disk) : [];
    seen = await startChild<Seen>(scenario.program, args, () => {}, through).told(() => true);
  }, 300_000);
  afterAll(() => {
    for (const bundled of bundles) bundled.remove();
  });

  it('refuses writes as MongoDB does, all of a batch of writers', () => {
    expect(seen.codes).toEqual([OUT_OF_DISK_SPACE, OUT_OF_DISK_SPACE]);
    expect(seen.acknowledged).toBeGreaterThan(300);
  });

  it('goes on reading, by index and without', () => {
    expect(seen.readWhenFull).toBe(seen.acknowledged);
    expect(seen.foundByIndexWhenFull).toBe(seen.acknowledged);
  });

  it('gives up an index that finds no room, and keeps those it had', () => {
    expect(seen.indexBuild).toBe(OUT_OF_DISK_SPACE);
    expect(seen.indexesWhenFull).toEqual(['_id_', 'n']);
  });

  it('opens full after each kill -9, with every acknowledged write', () => {
    expect(seen.readAfterKills).toEqual(Array.from({ length: 4 }, () => seen.acknowledged));
  });

  it('never lets LMDB write a page that the disk refuses, nor when it opens', () => {
    expect(seen.refusedPages).toBe(0);
  });

  if (kind === 'tmpfs')
    it('says that it cannot open a new folder there', () => {
      expect(seen.newFolder).toEqual({ refused: 'NO_ABRE' });
    });

  it('writes and builds again once there is room, and has lost and kept nothing it should not', () => {
    expect(seen.writesWithRoom).toBe(16);
    expect(seen.indexBuildWithRoom).toBe('otro');
    expect(seen.outcome).toMatchObject({ lost: [], unasked: [], corrupt: [] });
  });
});

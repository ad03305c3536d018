import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore } from '../fakes/open-test-store';
import { type Bundled, bundleProgram } from './store-bundle';
import { type StoreChild, startChild } from './store-child';
import type { Claim } from './store-claimant';

const RIVALS = 5;
const ROUNDS = 3;

describe('the owner of the data folder', () => {
  let bundled: Bundled;
  let children: StoreChild<Claim>[] = [];
  const folders: string[] = [];

  beforeAll(async () => {
    bundled = await bundleProgram('store-claimant');
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    children = [];
  });
  afterAll(() => {
    bundled.remove();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'store-owner-'));
    folders.push(made);
    return made;
  };
  const start = (dataDir: string, name: string, mode: string): StoreChild<Claim> => {
    const child = startChild<Claim>(bundled.program, [dataDir, name, mode]);
    children.push(child);
    return child;
  };
  const rivals = (dataDir: string, mode: string) =>
    Array.from({ length: RIVALS }, (_, n) => start(dataDir, `rival-${n}`, mode));
  const owners = (claims: Claim[]) => claims.filter(({ owner }) => owner === true);

  it('is exactly one of the servers that start at once; the others refuse', async () => {
    const claims = await Promise.all(rivals(folder(), 'serve').map((child) => child.told(() => true)));
    expect(owners(claims)).toHaveLength(1);
    expect(claims.filter(({ refused }) => refused === 'OTRO_PROCESO')).toHaveLength(RIVALS - 1);
  }, 30_000);

  it('serves those that attach; when it is killed exactly one of them takes over, and all writes are there', async () => {
    const dataDir = folder();
    let alive = rivals(dataDir, 'attach-or-own');
    for (let round = 1; round <= ROUNDS; round++) {
      const claims = await Promise.all(alive.map((child) => child.told((claim) => claim.round === round)));
      expect(owners(claims)).toHaveLength(1);
      const owner = alive.find(({ lines }) =>
        lines.some((claim) => claim.round === round && claim.owner),
      ) as StoreChild<Claim>;
      alive = alive.filter((child) => child !== owner);
      await owner.kill();
    }
    await Promise.all(alive.map((child) => child.told((claim) => claim.round === ROUNDS + 1)));
    await Promise.all(alive.map((child) => child.kill()));
    const store = await openTestStore(dataDir);
    const present = await store.client.db('candelaria').collection('presentes').countDocuments();
    await store.close();
    // Each round all that were alive wrote once, through whoever owned.
    expect(present).toBe(5 + 4 + 3 + 2);
  }, 60_000);

  it('keeps its socket elsewhere when the path of the folder is too long for one', async () => {
    const dataDir = join(folder(), 'carpeta-de-nombre-largo-'.repeat(5));
    mkdirSync(dataDir);
    const store = await openTestStore(dataDir);
    expect(decodeURIComponent(store.store.uri)).toMatch(/\/socket-[^/]+\/[0-9a-f]+\.sock/);
    expect(await store.client.db().collection('x').countDocuments()).toBe(0);
    await store.close();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Engine } from '../../../../../api/base/store/embedded/storage/engine';
import { sweepExpired } from '../../../../../api/base/store/embedded/storage/ttl';
import { afterPrefix, keyOf } from '../../../../../api/base/store/embedded/storage/key-space';
import { encode } from '../../../../../api/base/store/embedded/values/raw-document';

const NOW = new Date('2026-11-24T10:00:00Z');
const clock = { now: () => NOW, monotonic: () => 0 };
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

describe('documents that expire', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ttl-'));
  let engine: Engine;
  beforeEach(() => {
    engine = new Engine(folder);
  });
  afterEach(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([1, -1])(
    'go when their date is long enough ago, and with them their index entries (direction %d)',
    async (direction) => {
      const vence = [
        minutesAgo(61),
        minutesAgo(59),
        [minutesAgo(5), minutesAgo(90)],
        'no es fecha',
        null,
        minutesAgo(-60),
      ];
      const { collection, index } = await engine.env.write(() => {
        const info = engine.collection('d', 'c');
        const spec = { name: 'vence', key: { vence: direction }, expireAfterSeconds: 3600 };
        const added = engine.catalog.addIndex(info, spec, true);
        for (const [id, date] of vence.entries())
          engine.documents.insert(info, encode({ _id: id, vence: date }));
        for (let id = 100; id < 350; id++)
          engine.documents.insert(info, encode({ _id: id, vence: minutesAgo(600) }));
        return { collection: info, index: added };
      });
      expect(await sweepExpired(engine, clock)).toBe(252);
      const count = (space: number): number => engine.env.count(keyOf(space), afterPrefix(keyOf(space)));
      expect([count(collection.id), count(index.id)]).toEqual([4, 4]);
      expect(await sweepExpired(engine, clock)).toBe(0);
    },
  );
});

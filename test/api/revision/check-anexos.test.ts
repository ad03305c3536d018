import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { AnexosStore } from '../../../api/base/anexos/anexos';
import { checkAnexos } from '../../../api/revision/check-anexos';
import { manualClock } from '../../fakes/manual-clock';
import { memoryAnexos } from '../../fakes/memory-anexos';

async function withFiles(count: number, bytes: number) {
  const anexos = memoryAnexos(manualClock());
  const names: string[] = [];
  for (let n = 0; n < count; n++) {
    const put = await anexos.put(Buffer.alloc(bytes, n), { nombre: 'a', tipo: 'text/plain' });
    if (put.ok) names.push(put.value.sha256);
  }
  return { anexos, names: names.toSorted() };
}

const failing = (anexos: AnexosStore, bad: ReadonlySet<string>, there = true): AnexosStore => ({
  ...anexos,
  get: async (sha256) =>
    bad.has(sha256) ? Readable.from(breaking(), { objectMode: false }) : anexos.get(sha256),
  has: async (sha256) => (bad.has(sha256) ? there : anexos.has(sha256)),
});

async function* breaking(): AsyncGenerator<Buffer> {
  yield Buffer.from('x');
  throw new Error('the content is not the one of its name');
}

describe('the share of attachments that a night reads', () => {
  it('begins after the one before and goes round: all are read in turn', async () => {
    const { anexos, names } = await withFiles(7, 100);
    const shares: number[] = [];
    const read: string[] = [];
    let desde = '';
    const watching = { ...anexos, get: async (sha: string) => (read.push(sha), anexos.get(sha)) };
    for (let night = 0; night < 3; night++) {
      const share = await checkAnexos({ anexos: watching, desde, maxBytes: 250 });
      shares.push(share.revisados);
      desde = share.hasta;
    }
    expect(shares).toEqual([3, 3, 3]);
    expect(read).toEqual([...names, ...names].slice(0, 9));
  });

  it('reads each once when there is time for all', async () => {
    const { anexos, names } = await withFiles(5, 10);
    expect(await checkAnexos({ anexos, desde: names[2] ?? '', maxBytes: 1_000_000 })).toMatchObject({
      revisados: 5,
      danados: [],
    });
  });

  it('tells those whose bytes are not theirs, and goes on', async () => {
    const { anexos, names } = await withFiles(5, 10);
    const bad = new Set([names[1] ?? '', names[4] ?? '']);
    const share = await checkAnexos({ anexos: failing(anexos, bad), desde: '', maxBytes: 1_000 });
    expect(share).toMatchObject({ revisados: 5, danados: [...bad] });
  });

  it('does not miss one that was removed while it was read', async () => {
    const { anexos, names } = await withFiles(3, 10);
    const gone = failing(anexos, new Set([names[0] ?? '']), false);
    expect(await checkAnexos({ anexos: gone, desde: '', maxBytes: 1_000 })).toMatchObject({
      danados: [],
    });
  });

  it('has nothing to read where there is nothing', async () => {
    const { anexos } = await withFiles(0, 0);
    expect(await checkAnexos({ anexos, desde: 'ab', maxBytes: 1 })).toEqual({
      revisados: 0,
      danados: [],
      hasta: 'ab',
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileAnexos } from '../../../../api/base/anexos/file-anexos';
import { valueOf } from '../../../../api/base/kernel/result';
import { createFileCipher } from '../../../../api/base/sealing/file-cipher';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { anexosContract, MAX_BYTES, readAll } from '../../../contracts/anexos-contract';
import { manualClock } from '../../../fakes/manual-clock';

const keys = parseKeys(newKeyFile('AUTOGENERADA'));
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'anexos-'));
const openIn = (dir: string, clock = manualClock(), cipher = createFileCipher(keys)) =>
  createFileAnexos({ dir, cipher, clock, maxBytes: MAX_BYTES });

anexosContract('files', async (clock) => {
  const dir = newFolder();
  return { anexos: openIn(join(dir, 'anexos'), clock), close: async () => rmSync(dir, { recursive: true }) };
});

describe('attachments in files', () => {
  let dir: string;
  beforeEach(() => {
    dir = newFolder();
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const put = async (content: Buffer): Promise<{ sha256: string; path: string }> => {
    const { sha256 } = valueOf(await openIn(dir).put(content, { nombre: 'a', tipo: 'text/plain' }));
    return { sha256, path: join(dir, sha256.slice(0, 2), sha256.slice(2)) };
  };

  it('are for their owner only and cannot be read without the keys', async () => {
    const { path } = await put(Buffer.from('me llamo María Fernanda '.repeat(50)));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path).includes('María')).toBe(false);
  });

  it('altered in any byte, cut, or grown fail to read', async () => {
    const { sha256, path } = await put(randomBytes(70_000));
    const good = readFileSync(path);
    const faults = [0, 5, 13, 28, 29, 40_000, 65_600, good.length - 1].map((at) => {
      const altered = Buffer.from(good);
      altered.writeUInt8((good[at] ?? 0) ^ 1, at);
      return altered;
    });
    // 28 of header and one whole segment: a cut exactly where a segment ends.
    const cuts = [0, 10, 28, 28 + 65_552, good.length - 1].map((at) => good.subarray(0, at));
    for (const bad of [...faults, ...cuts, Buffer.concat([good, Buffer.from([0])])]) {
      writeFileSync(path, bad);
      await expect(readAll(openIn(dir), sha256)).rejects.toBeDefined();
    }
  });

  it('put in the place of another fail to read', async () => {
    const one = await put(Buffer.from('uno'));
    const two = await put(Buffer.from('dos'));
    writeFileSync(one.path, readFileSync(two.path));
    await expect(readAll(openIn(dir), one.sha256)).rejects.toThrow('not the one of its name');
  });

  it('still open after the sealing key rotates', async () => {
    const { sha256 } = await put(Buffer.from('carta'));
    const next = parseKeys(newKeyFile('PROPIA'));
    const rotated = createFileCipher({ sellado: [...keys.sellado, ...next.sellado] });
    expect((await readAll(openIn(dir, manualClock(), rotated), sha256))?.toString()).toBe('carta');
    const strange = openIn(dir, manualClock(), createFileCipher(next));
    await expect(readAll(strange, sha256)).rejects.toThrow('no sealing key');
  });

  it('left half written by a crash go with the sweep after their time', async () => {
    await put(Buffer.from('carta'));
    const half = join(dir, 'sin-terminar', 'resto');
    writeFileSync(half, 'x');
    const clock = manualClock();
    utimesSync(half, clock.now(), clock.now());
    expect(await openIn(dir).removeUnfinishedBefore(clock.now())).toBe(0);
    clock.advance(1_000);
    expect(await openIn(dir).removeUnfinishedBefore(clock.now())).toBe(1);
    expect(readdirSync(join(dir, 'sin-terminar'))).toEqual([]);
  });
});

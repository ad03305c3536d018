import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import type { AnexosStore } from '../../api/base/anexos/anexos';
import { sweepOrphans } from '../../api/base/anexos/sweep-orphans';
import { valueOf } from '../../api/base/kernel/result';
import { manualClock, type ManualClock } from '../fakes/manual-clock';

export const MAX_BYTES = 300_000;
const about = { nombre: 'carta.pdf', tipo: 'application/pdf' };
const HOUR = 3_600_000;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function readAll(anexos: AnexosStore, name: string): Promise<Buffer | undefined> {
  const stream = await anexos.get(name);
  if (!stream) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export interface OpenedAnexos {
  readonly anexos: AnexosStore;
  close?(): Promise<void>;
}

/** What every store of attachments does. `open` gives an empty one with a limit of MAX_BYTES. */
export function anexosContract(name: string, open: (clock: ManualClock) => Promise<OpenedAnexos>): void {
  describe(`attachments in ${name}`, () => {
    let clock: ManualClock;
    let opened: OpenedAnexos;
    let anexos: AnexosStore;
    beforeEach(async () => {
      clock = manualClock();
      opened = await open(clock);
      anexos = opened.anexos;
    });
    afterEach(async () => opened.close?.());

    it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001, MAX_BYTES])(
      'of %i bytes come back byte by byte under the hash of their content',
      async (length) => {
        const bytes = randomBytes(length);
        const saved = valueOf(await anexos.put(bytes, about));
        expect(saved).toEqual({ sha256: sha256(bytes), bytes: length, ...about });
        expect(await anexos.has(saved.sha256)).toBe(true);
        expect((await readAll(anexos, saved.sha256))?.equals(bytes)).toBe(true);
      },
    );

    it('are taken in pieces of any size', async () => {
      const bytes = randomBytes(150_000);
      const saved = valueOf(await anexos.put(pieces(bytes, 977), about));
      expect((await readAll(anexos, saved.sha256))?.equals(bytes)).toBe(true);
    });

    it('past the limit are refused and leave nothing', async () => {
      const bytes = randomBytes(MAX_BYTES + 1);
      expect(await anexos.put(pieces(bytes, 10_000), about)).toEqual({
        ok: false,
        failure: { code: 'TOO_LARGE', detail: { maximo: MAX_BYTES } },
      });
      expect(await anexos.has(sha256(bytes))).toBe(false);
      clock.advance(100 * HOUR);
      expect(await sweepOrphans({ anexos, clock, places: [] })).toBe(0);
    });

    it('of an interrupted upload leave nothing', async () => {
      const bytes = randomBytes(1_000);
      async function* cut(): AsyncGenerator<Buffer> {
        yield bytes;
        throw new Error('the citizen closed the page');
      }
      await expect(anexos.put(cut(), about)).rejects.toThrow('closed the page');
      expect(await anexos.has(sha256(bytes))).toBe(false);
      clock.advance(100 * HOUR);
      expect(await sweepOrphans({ anexos, clock, places: [] })).toBe(0);
    });

    it('put twice, also at once, are one content with the name of each', async () => {
      const bytes = randomBytes(2_000);
      const names = ['a.pdf', 'b.pdf', 'c.pdf'];
      const saved = await Promise.all(names.map((nombre) => anexos.put(bytes, { ...about, nombre })));
      expect(saved.map((result) => valueOf(result).nombre)).toEqual(names);
      expect((await readAll(anexos, sha256(bytes)))?.equals(bytes)).toBe(true);
    });

    it.each(['', 'x', '../../claves/claves.json', 'A'.repeat(64), 'a'.repeat(63), 'a'.repeat(64)])(
      'that are not there are undefined: %j',
      async (unknown) => {
        expect(await anexos.has(unknown)).toBe(false);
        expect(await anexos.get(unknown)).toBeUndefined();
        expect(await anexos.removeStoredBefore(unknown, clock.now())).toBe(false);
        expect(await anexos.removePutOnce(unknown)).toBe(false);
      },
    );

    it('that nothing refers to go after 48 hours; the others stay', async () => {
      const kept = valueOf(await anexos.put(randomBytes(10), about)).sha256;
      const orphan = valueOf(await anexos.put(randomBytes(10), about)).sha256;
      const sweep = () => sweepOrphans({ anexos, clock, places: [async () => [kept]] });
      clock.advance(48 * HOUR);
      expect(await sweep()).toBe(0);
      clock.advance(1);
      expect(await sweep()).toBe(1);
      expect(await sweep()).toBe(0);
      expect([await anexos.has(kept), await anexos.has(orphan)]).toEqual([true, false]);
    });

    it('put one time only can be removed at once; put again, they are also of somebody else', async () => {
      const [mine, ours] = [randomBytes(10), randomBytes(10)];
      valueOf(await anexos.put(mine, about));
      await Promise.all([anexos.put(ours, about), anexos.put(ours, about)]);
      expect(await anexos.removePutOnce(sha256(mine))).toBe(true);
      expect(await anexos.removePutOnce(sha256(mine))).toBe(false);
      expect(await anexos.removePutOnce(sha256(ours))).toBe(false);
      expect([await anexos.has(sha256(mine)), await anexos.has(sha256(ours))]).toEqual([false, true]);
    });

    it('put again while the sweep decides are not removed', async () => {
      const bytes = randomBytes(10);
      const saved = valueOf(await anexos.put(bytes, about)).sha256;
      clock.advance(50 * HOUR);
      const putAgain = async (): Promise<string[]> => {
        valueOf(await anexos.put(bytes, about));
        return [];
      };
      expect(await sweepOrphans({ anexos, clock, places: [putAgain] })).toBe(0);
      expect((await readAll(anexos, saved))?.equals(bytes)).toBe(true);
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { DiskSpace } from '../../api/base/reserva/disk-space';

/** What every source of the room of a disk does. */
export function diskSpaceContract(name: string, open: () => DiskSpace): void {
  describe(`the room of ${name}`, () => {
    it('is in whole bytes, and no more than the whole disk', async () => {
      const { libre, total } = await open().read();
      expect([libre, total].every(Number.isInteger)).toBe(true);
      expect(libre).toBeGreaterThanOrEqual(0);
      expect(total).toBeGreaterThanOrEqual(libre);
    });

    it('can be asked by many at once', async () => {
      const disk = open();
      const [first, ...others] = await Promise.all([disk.read(), disk.read(), disk.read()]);
      expect(others).toEqual([first, first]);
    });
  });
}

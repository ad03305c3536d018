import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { statfsDiskSpace } from '../../../../api/base/reserva/statfs-disk-space';
import { diskSpaceContract } from '../../../contracts/disk-space-contract';
import { manualClock } from '../../../fakes/manual-clock';
import { memoryDiskSpace } from '../../../fakes/memory-disk-space';

diskSpaceContract('memory', memoryDiskSpace);
diskSpaceContract('a folder', () => statfsDiskSpace(tmpdir(), manualClock()));

it('a folder is asked again only after a few seconds', async () => {
  const clock = manualClock();
  const disk = statfsDiskSpace(tmpdir(), clock);
  const first = disk.read();
  expect(disk.read()).toBe(first);
  clock.advance(3_001);
  const second = disk.read();
  expect(second).not.toBe(first);
  await Promise.all([first, second]);
});

it('a folder that is not there does not say', async () => {
  await expect(statfsDiskSpace(join(tmpdir(), 'no-esta'), manualClock()).read()).rejects.toThrow('ENOENT');
});

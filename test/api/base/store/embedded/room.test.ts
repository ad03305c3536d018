import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandError } from '../../../../../api/base/store/embedded/command-error';
import { inWords, NoRoom, Room } from '../../../../../api/base/store/embedded/storage/room';

describe('the room on the disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'room-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };

  it('ends a transaction that would take more than is free beyond the reserve, not one that fits', () => {
    const room = new Room(folder);
    room.measure(free() / 2);
    expect(() => room.take(1024)).not.toThrow();
    expect(() => room.take(free())).toThrow(NoRoom);
  });

  it('counts what a transaction took before, and forgets it with the next', () => {
    const room = new Room(folder);
    room.measure(0);
    const most = Math.ceil(free() * 0.6);
    room.take(most);
    expect(() => room.take(most)).toThrow(NoRoom);
    room.measure(0);
    expect(() => room.take(most)).not.toThrow();
  });

  it('says it as MongoDB does, also when LMDB or the system found out', () => {
    const causes = [
      new NoRoom(),
      Object.assign(new Error('x'), { code: 28 }),
      new Error('ENOSPC: no space left on device'),
    ];
    for (const cause of causes) expect(inWords(cause, folder)).toMatchObject({ code: 14031 });
    const other = new Error('a bug');
    expect(inWords(other, folder)).toBe(other);
    const refusal = new CommandError('DuplicateKey', 'E11000');
    expect(inWords(refusal, folder)).toBe(refusal);
  });
});

import { describe, expect, it } from '@jest/globals';
import { condemnedOf, draftOf, isBackupName, leftBehindAt, nameAt } from '../../../api/respaldo/folder-name';

const instant = new Date('2026-11-25T03:00:07.999Z');

describe('the name of a backup', () => {
  it('is its instant, to the second, as every file system takes it', () => {
    expect(nameAt(instant)).toBe('respaldo-2026-11-25T03-00-07Z');
    expect(isBackupName(nameAt(instant))).toBe(true);
  });

  it.each([draftOf, condemnedOf])(
    'of one that is not whole looks like no backup, and tells when it began',
    (name) => {
      const half = name(nameAt(instant));
      expect(isBackupName(half)).toBe(false);
      expect(half.startsWith('.')).toBe(true);
      expect(leftBehindAt(half)).toEqual(new Date('2026-11-25T03:00:07Z'));
    },
  );

  it('is no other', () => {
    for (const name of [
      'respaldo-ayer',
      'respaldo-2026-11-25T03-00-07Z.bak',
      'fotos',
      '.respaldo-x.sin-terminar',
    ]) {
      expect(isBackupName(name)).toBe(false);
      expect(leftBehindAt(name)).toBeUndefined();
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { grouped } from '../../../bot/stored/grouped';

describe('grouped work', () => {
  it('does in one go what was asked together or while it was busy, and gives each its own result', async () => {
    const groups: (readonly number[])[] = [];
    const double = grouped(async (items: readonly number[]) => {
      groups.push(items);
      await Promise.resolve();
      return items.map((item) => item * 2);
    }, 3);
    expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await double(6)).toBe(12);
  });

  it('fails only those of the group that failed', async () => {
    const act = grouped(async (items: readonly number[]) => {
      if (items.includes(2)) throw new Error('no');
      return items;
    }, 2);
    const settled = await Promise.allSettled([1, 3, 2, 4].map((item) => act(item)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(await act(5)).toBe(5);
  });
});

import { describe, expect, it } from '@jest/globals';
import { gate } from '../../fakes/gate';
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

  it('sends the next group while one is under way, and the one after them waits for either', async () => {
    const groups: (readonly number[])[] = [];
    const ends: (() => void)[] = [];
    const act = grouped(async (items: readonly number[]) => {
      groups.push(items);
      await new Promise<void>((end) => ends.push(end));
      return items;
    }, 2);
    const turn = () => new Promise(setImmediate);
    const asked = [act(1)];
    await turn();
    asked.push(act(2));
    await turn();
    asked.push(act(3), act(4), act(5));
    await turn();
    expect(groups).toEqual([[1], [2]]);
    ends[1]?.();
    expect(await asked[1]).toBe(2);
    await turn();
    expect(groups).toEqual([[1], [2], [3, 4]]);
    ends[0]?.();
    expect(await asked[0]).toBe(1);
    await turn();
    expect(groups.at(-1)).toEqual([5]);
    for (const end of ends) end();
    expect(await Promise.all(asked)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gathers until it is told to, and then what came meanwhile goes together', async () => {
    const groups: (readonly number[])[] = [];
    const instants = gate();
    let next = 0;
    const act = grouped(
      async (items: readonly number[]) => {
        groups.push(items);
        return items;
      },
      8,
      () => instants.reached((next += 1)),
    );
    const first = [act(1), new Promise(setImmediate).then(() => act(2))];
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(groups).toEqual([]);
    instants.pass();
    await Promise.all(first);
    const last = act(3);
    instants.pass();
    await last;
    expect(groups).toEqual([[1, 2], [3]]);
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

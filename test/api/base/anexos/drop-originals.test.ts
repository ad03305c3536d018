import { describe, expect, it } from '@jest/globals';
import { createDropOriginals } from '../../../../api/base/anexos/drop-originals';
import { silentLogger } from '../../../../api/base/kernel/logger';

function originals() {
  const removed: string[] = [];
  const referred = new Set<string>();
  const tasks: (() => void)[] = [];
  const dropping = createDropOriginals({
    anexos: { removePutOnce: async (sha256) => removed.push(sha256) > 0 },
    places: [async (sha256s) => sha256s.filter((one) => referred.has(one))],
    logger: silentLogger,
    later: (task) => void tasks.push(task),
  });
  /** What was left for later runs now, and all that follows from it. */
  const passes = async () => {
    for (const task of tasks.splice(0)) task();
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  };
  const drop = (sha256s: readonly string[]) => dropping.drop(sha256s);
  return { drop, removed, referred, tasks, passes };
}

describe('the originals of anonymous files', () => {
  it('go at once when nothing refers to them, and nothing is left to do', async () => {
    const { drop, removed, tasks } = originals();
    await drop(['a', 'b']);
    expect([removed, tasks]).toEqual([['a', 'b'], []]);
  });

  it('go when the draft that refers to them is forgotten, without anybody asking again', async () => {
    const { drop, removed, referred, passes, tasks } = originals();
    referred.add('a');
    await drop(['a', 'b']);
    await passes();
    expect(removed).toEqual(['b']);
    referred.delete('a');
    await passes();
    expect([removed, tasks]).toEqual([['b', 'a'], []]);
  });

  it('that somebody else has are looked at a bounded number of times', async () => {
    const { drop, removed, referred, passes, tasks } = originals();
    referred.add('a');
    await drop(['a']);
    let looks = 0;
    for (; tasks.length > 0 && looks < 1_000; looks++) await passes();
    expect(removed).toEqual([]);
    expect(looks).toBeLessThan(100);
  });
});

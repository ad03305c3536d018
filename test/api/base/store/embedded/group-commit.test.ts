import { describe, expect, it } from '@jest/globals';
import { CommandError } from '../../../../../api/base/store/embedded/command-error';
import { GroupCommit } from '../../../../../api/base/store/embedded/storage/group-commit';

/** A store of one list: what an aborted transaction did is undone. */
function listStore({ failCommit = false } = {}) {
  const log = { list: [] as string[], commits: 0, aborts: 0 };
  const commits = new GroupCommit({
    run(work) {
      const before = [...log.list];
      try {
        work();
        if (failCommit) throw new Error('disk full');
        log.commits += 1;
      } catch (cause) {
        log.list = before;
        throw cause;
      }
    },
    aborted: () => (log.aborts += 1),
  });
  return { log, commits };
}

describe('group commit', () => {
  it('commits together what waits together, in order', async () => {
    const { log, commits } = listStore();
    const results = await Promise.all(['a', 'b', 'c'].map((name) => commits.run(() => log.list.push(name))));
    expect(results).toEqual([1, 2, 3]);
    expect(log).toEqual({ list: ['a', 'b', 'c'], commits: 1, aborts: 0 });
  });

  it('refuses one write without harm to its neighbours, in the same commit', async () => {
    const { log, commits } = listStore();
    const refused = commits.run(() => {
      throw new CommandError('DuplicateKey', 'E11000');
    });
    const others = [commits.run(() => log.list.push('a')), commits.run(() => log.list.push('b'))];
    await expect(refused).rejects.toThrow('E11000');
    await Promise.all(others);
    expect(log).toMatchObject({ list: ['a', 'b'], commits: 1 });
  });

  it('undoes the batch of a faulty write and repeats the others one by one', async () => {
    const { log, commits } = listStore();
    const first = commits.run(() => log.list.push('a'));
    const faulty = commits.run(() => {
      log.list.push('half');
      throw new Error('a bug');
    });
    const last = commits.run(() => log.list.push('b'));
    await expect(faulty).rejects.toThrow('a bug');
    expect(await Promise.all([first, last])).toEqual([1, 2]);
    expect(log).toMatchObject({ list: ['a', 'b'], commits: 2 });
  });

  it('acknowledges nothing when the commit fails', async () => {
    const { log, commits } = listStore({ failCommit: true });
    const writes = [commits.run(() => log.list.push('a')), commits.run(() => log.list.push('b'))];
    const ended = await Promise.allSettled(writes);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log.list).toEqual([]);
  });
});

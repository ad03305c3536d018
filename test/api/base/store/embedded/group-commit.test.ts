import { describe, expect, it } from '@jest/globals';
import { CommandError } from '../../../../../api/base/store/embedded/command-error';
import { GroupCommit } from '../../../../../api/base/store/embedded/storage/group-commit';

/** A store of one list: what an aborted transaction did is undone. */
function listStore({ failedCommits = 0, failedBegins = 0 } = {}) {
  const log = { list: [] as string[], commits: 0, aborts: 0 };
  const left = { commits: failedCommits, begins: failedBegins };
  const commits = new GroupCommit({
    run(work) {
      if (left.begins-- > 0) throw new Error('no folder');
      const before = [...log.list];
      try {
        work();
        if (left.commits-- > 0) throw new Error('disk full');
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
    const { log, commits } = listStore({ failedCommits: Infinity });
    const writes = [commits.run(() => log.list.push('a')), commits.run(() => log.list.push('b'))];
    const ended = await Promise.allSettled(writes);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log.list).toEqual([]);
  });

  it('repeats a write that was alone when its commit fails, and answers it once', async () => {
    const { log, commits } = listStore({ failedCommits: 1 });
    expect(await commits.run(() => log.list.push('a'))).toBe(1);
    expect(log).toEqual({ list: ['a'], commits: 1, aborts: 1 });
  });

  it('repeats one by one those whose commit failed', async () => {
    const { log, commits } = listStore({ failedCommits: 1 });
    const writes = ['a', 'b', 'c'].map((name) => commits.run(() => log.list.push(name)));
    expect(await Promise.all(writes)).toEqual([1, 2, 3]);
    expect(log).toEqual({ list: ['a', 'b', 'c'], commits: 3, aborts: 1 });
  });

  it('does not run a write again that threw when it was alone', async () => {
    const { log, commits } = listStore();
    let runs = 0;
    const faulty = commits.run(() => {
      runs += 1;
      throw new Error('a bug');
    });
    await expect(faulty).rejects.toThrow('a bug');
    expect([runs, log.aborts]).toEqual([1, 1]);
  });

  it('answers every write when no transaction can begin', async () => {
    const { log, commits } = listStore({ failedBegins: 2 });
    const writes = ['a', 'b', 'c'].map((name) => commits.run(() => log.list.push(name)));
    const ended = await Promise.allSettled(writes);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(log.list).toEqual(['c']);
  });
});

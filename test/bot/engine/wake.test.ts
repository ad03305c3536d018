import { describe, expect, it } from '@jest/globals';
import { createPollingWake, createWake } from '../../../bot/engine/wake';

describe('waking those who watch a conversation', () => {
  it('reaches who listens to it, until they stop', () => {
    const wake = createWake();
    const heard: string[] = [];
    const stop = wake.listen('a', (event) => heard.push(event));
    wake.emit('a', 'TURN');
    wake.emit('b', 'REPLIES');
    stop();
    wake.emit('a', 'REPLIES');
    expect(heard).toEqual(['TURN']);
  });

  it('reaches also what another copy said, by asking about the conversations watched here and no others', async () => {
    const seqs = new Map([
      ['a', 1],
      ['b', 1],
    ]);
    const asked: string[][] = [];
    let poll = async (): Promise<void> => {};
    const wake = createPollingWake(createWake(), {
      async lastSeqs(ids) {
        asked.push([...ids]);
        return new Map([...seqs].filter(([id]) => ids.includes(id)));
      },
      every(task) {
        poll = task;
        return () => {};
      },
    });
    await poll();
    const heard: string[] = [];
    const stop = wake.listen('a', (event) => heard.push(event));
    await poll();
    expect(heard).toEqual([]);
    seqs.set('a', 2).set('b', 2);
    await poll();
    await poll();
    expect(heard).toEqual(['REPLIES']);
    stop();
    await poll();
    expect(asked).toEqual([['a'], ['a'], ['a']]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createTurnstile } from '../../../bot/engine/turnstile';
import { gate } from '../../fakes/gate';

describe('a turnstile', () => {
  /** Work that ends when told, and what was begun. */
  function works(turnstile: ReturnType<typeof createTurnstile>) {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const started = gate();
    const go = (name: string) =>
      turnstile.pass(async () => {
        begun.push(name);
        started.pass();
        await new Promise<void>((end) => ends.set(name, end));
        return name;
      });
    return { begun, go, started, end: (name: string) => ends.get(name)?.() };
  }

  it('lets so much in at once, and the rest in order as there is room', async () => {
    const { begun, go, started, end } = works(createTurnstile(() => 2));
    const all = ['a', 'b', 'c', 'd'].map(go);
    await started.reached(2);
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await started.reached(3);
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) end(name);
    await started.reached(4);
    end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets in more when there is room for more, and goes on when one fails', async () => {
    let limit = 1;
    const turnstile = createTurnstile(() => limit);
    const { begun, go, started, end } = works(turnstile);
    const failed = turnstile.pass(async () => {
      throw new Error('no');
    });
    const all = ['a', 'b', 'c'].map(go);
    await expect(failed).rejects.toThrow('no');
    await started.reached(1);
    limit = 3;
    end('a');
    await started.reached(3);
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['b', 'c']) end(name);
    await Promise.all(all);
  });

  it('begins nothing once it is closed, and what was begun ends', async () => {
    const turnstile = createTurnstile(() => 1);
    const { begun, go, started, end } = works(turnstile);
    const all = ['a', 'b'].map(go);
    await started.reached(1);
    turnstile.close();
    all.push(go('c'));
    end('a');
    expect(await Promise.all(all)).toEqual(['a', undefined, undefined]);
    expect(begun).toEqual(['a']);
  });
});

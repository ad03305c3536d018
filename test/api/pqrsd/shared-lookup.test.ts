import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSharedLookup } from '../../../api/pqrsd/shared-lookup';

describe('a shared lookup', () => {
  it('gives each caller what is under their key, whoever asks with them', async () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(keys, async (asked) => {
        const find = createSharedLookup((claves) =>
          Promise.resolve(new Map(claves.filter((key) => key !== 'd').map((key) => [key, `of ${key}`]))),
        );
        const found = await Promise.all(asked.map(find));
        expect(found).toEqual(asked.map((key) => (key === 'd' ? undefined : `of ${key}`)));
      }),
    );
  });

  it('shares a query among those who ask while another is under way', async () => {
    const queries: (readonly string[])[] = [];
    const find = createSharedLookup((claves) => {
      queries.push(claves);
      return Promise.resolve(new Map<string, string>());
    });
    await Promise.all(['a', 'b', 'c', 'b'].map(find));
    expect(queries).toEqual([['a'], ['b', 'c']]);
  });

  it('tells its callers of a failure, and asks again for the next', async () => {
    let fails = true;
    const find = createSharedLookup(() =>
      fails ? Promise.reject(new Error('no answer')) : Promise.resolve(new Map([['a', 1]])),
    );
    await expect(find('a')).rejects.toThrow('no answer');
    fails = false;
    expect(await find('a')).toBe(1);
  });
});

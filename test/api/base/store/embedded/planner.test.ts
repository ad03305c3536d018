import { describe, expect, it } from '@jest/globals';
import { tryQueries } from './planner-queries';

const QUERIES = 5_000;

describe('the planner', () => {
  it('finds by index what looking at every document finds, in the same order', async () => {
    const { byIndex, sortedByIndex } = await tryQueries(20_261_124, QUERIES, 60);
    expect(byIndex).toBeGreaterThan(QUERIES / 4);
    expect(sortedByIndex).toBeGreaterThan(40);
  }, 300_000);
});

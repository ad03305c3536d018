import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ending } from './ending';
import { openGround } from './ground';
import { runFile } from './run-file';
import { parseSpecFile, type SpecFile } from './spec-file';

const own = parseSpecFile(readFileSync(join(__dirname, '../golden/specs/own.json'), 'utf8'));

describe('a file of tests, played on the embedded store', () => {
  let ground: Awaited<ReturnType<typeof openGround>>;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  const endings = async (file: SpecFile): Promise<Record<string, Ending>> =>
    Object.fromEntries((await runFile(ground, 'own', file)).map(({ test, ending }) => [test, ending]));

  it('ends each test as it should: nothing that differs passes', async () => {
    const fails = (part: string) => ({ kind: 'fails', reason: expect.stringContaining(part) });
    expect(await endings(own)).toEqual({
      passes: { kind: 'passes' },
      'another answer fails': fails('the result should be 3 and is 2'),
      'an error that should not be fails': fails('insertOne failed: E11000'),
      'an error that should be and is not fails': fails('insertOne should have failed'),
      'another error fails': fails('the code should be 2 and is 11000'),
      'other commands fail': fails('command of delete.delete should be "faroles" and is "postes"'),
      'a command too many fails': fails('0 events should come and these do: delete'),
      'other documents in the end fail': fails('postes[0] should not have luz'),
      'what the runner does not know fails': fails('does not know the operation pintar'),
      'a refusal by name is no pass, even where an error is expected': {
        kind: 'refused',
        reason: 'collation',
      },
      'a refusal of one statement of many is one too': { kind: 'refused', reason: 'collation' },
      'a newer server': { kind: 'does not apply', reason: 'wants a server from 7.0.1 on' },
      shards: { kind: 'does not apply', reason: 'wants a replica set or shards' },
      'a fail point': { kind: 'needs fail points' },
      "null is the driver's to replace": {
        kind: 'does not apply',
        reason: 'the driver puts an _id of its own in the place of null',
      },
    });
  });

  it('refuses a file with something it does not know', () => {
    const text = JSON.stringify({ ...own, tests: [{ description: 'x', operations: [], expectLogs: [] }] });
    expect(() => parseSpecFile(text)).toThrow('expectLogs');
  });
});

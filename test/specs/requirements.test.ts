import { describe, expect, it } from '@jest/globals';
import { compareVersions, outOfScope, type Server } from './requirements';
import type { Requirement, SpecFile, SpecTest } from './spec-file';

const SERVER: Server = { version: '7.0.0', topology: 'single' };
const FILE: SpecFile = { description: '', schemaVersion: '1.0', createEntities: [], tests: [] };
const scope = (ofFile?: Requirement[], ofTest?: Requirement[]) => {
  const test: SpecTest = { description: '', operations: [], runOnRequirements: ofTest };
  return outOfScope({ ...FILE, runOnRequirements: ofFile }, test, SERVER);
};

describe('versions', () => {
  it.each([
    ['7.0.0', '7.0', 0],
    ['7.0.0', '4.99', 1],
    ['7.0.0', '10.0', -1],
    ['4.4.14', '4.4.9', 1],
    ['7.0.0', '7.0.1', -1],
  ])('%s and %s are compared number by number', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});

describe('a test applies', () => {
  it('where nothing is required, or one of the requirements is met', () => {
    expect(scope()).toBeUndefined();
    expect(scope([{ minServerVersion: '4.0', maxServerVersion: '7.99' }])).toBeUndefined();
    expect(
      scope([{ topologies: ['sharded'] }, { topologies: ['single'], serverless: 'forbid' }]),
    ).toBeUndefined();
  });

  it('unless the file or the test requires another server', () => {
    const applies = (reason: string) => ({ kind: 'does not apply', reason });
    expect(scope([{ minServerVersion: '8.0' }])).toEqual(applies('wants a server from 8.0 on'));
    expect(scope(undefined, [{ maxServerVersion: '6.99' }])).toEqual(applies('wants an older server'));
    expect(scope([{}], [{ topologies: ['replicaset'] }])).toEqual(applies('wants a replica set or shards'));
    expect(scope([{ serverless: 'require' }])).toEqual(applies('wants a serverless instance'));
  });
});

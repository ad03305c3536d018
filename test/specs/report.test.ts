import { describe, expect, it } from '@jest/globals';
import type { Ended, Ending } from './ending';
import { refusedFeature } from './refusal';
import { failures, reportOf, withReport } from './report';

const ended = (file: string, ending: Ending): Ended => ({ file, test: 't', ending });
const ALL: Ended[] = [
  ended('find', { kind: 'passes' }),
  ended('find-hint', { kind: 'refused', reason: 'collation' }),
  ended('client-bulkWrite-let', { kind: 'does not apply', reason: 'wants an older server' }),
  ended('update', { kind: 'fails', reason: 'the result should be 1 and is 2' }),
  ended('update', { kind: 'needs fail points' }),
];

describe('the report', () => {
  it('counts by what the files are about, and says why', () => {
    expect(reportOf(ALL, 'today').split('\n')).toEqual([
      'today',
      '',
      '| file | passes | refused by name | does not apply | needs fail points | fails |',
      '| --- | --: | --: | --: | --: | --: |',
      '| find | 1 | 1 | 0 | 0 | 0 |',
      '| client-bulkWrite | 0 | 0 | 1 | 0 | 0 |',
      '| update | 0 | 0 | 0 | 1 | 1 |',
      '| **all** | 1 | 1 | 1 | 1 | 1 |',
      '',
      'Refused by name: collation 1.',
      '',
      'Does not apply: wants an older server 1.',
      '',
      '- update, “t”: the result should be 1 and is 2',
    ]);
    expect(failures(ALL)).toHaveLength(1);
  });

  it('takes the place of the one before, and of nothing else', () => {
    const page = 'a\n<!-- specs:start -->\nold\n<!-- specs:end -->\nb\n';
    expect(withReport(page, 'new')).toBe('a\n<!-- specs:start -->\nnew\n<!-- specs:end -->\nb\n');
    expect(withReport('a\n', 'new')).toBeUndefined();
  });
});

describe('a refusal by name', () => {
  it.each([
    [238, 'collation in find is not supported by the embedded store', 'collation'],
    [238, 'the stage $out is not supported by the embedded store', '$out'],
    [115, 'the command collMod is not supported by the embedded store', 'collMod'],
    [20, 'Transaction numbers are only allowed on a replica set member or mongos', 'Transaction numbers'],
  ])('%d: %s', (code, message, feature) => {
    expect(refusedFeature(code, message)).toBe(feature);
  });

  it('is no other error, not even one with the same code', () => {
    expect(refusedFeature(20, 'Cannot do that')).toBeUndefined();
    expect(refusedFeature(2, 'x is not supported by the embedded store')).toBeUndefined();
  });
});

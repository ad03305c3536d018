import { describe, expect, it } from '@jest/globals';
import { Binary, Double, Int32, Long, ObjectId } from 'bson';
import { difference, type Known } from './difference';

const ID = new ObjectId();
const known: Known = {
  entity: (id) => ({ saved: { _id: 1, a: { b: 2 } } })[id],
  lsid: (id) => ({ id: `lsid of ${id}` }),
};

const MATCHES: [what: string, expected: unknown, actual: unknown][] = [
  ['the same scalar', 'a', 'a'],
  [
    'numbers of every width, by value',
    { a: [1, 1, 1] },
    { a: [new Int32(1), new Double(1), Long.fromNumber(1)] },
  ],
  ['long numbers', Long.MAX_VALUE, Long.MAX_VALUE.toBigInt()],
  ['a root that holds more', { a: 1 }, { a: 1, b: 2 }],
  ['roots of a list that hold more', [{ a: 1 }], [{ a: 1, b: 2 }]],
  ['fields in another order', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }],
  ['a map for a document', { sort: { a: 1 } }, { sort: new Map([['a', 1]]) }],
  ['identities', ID, new ObjectId(ID.toHexString())],
  ['null', null, null],
  ['$$exists: there', { a: { $$exists: true } }, { a: null }],
  ['$$exists: absent', { a: { $$exists: false } }, {}],
  ['$$unsetOrMatches: unset', { a: { $$unsetOrMatches: 1 } }, {}],
  ['$$unsetOrMatches: null is unset', { $$unsetOrMatches: 1 }, null],
  ['$$unsetOrMatches: matches', { a: { $$unsetOrMatches: 1 } }, { a: 1 }],
  ['$$unsetOrMatches of a root that holds more', { $$unsetOrMatches: { a: 1 } }, { a: 1, b: 2 }],
  ['$$type of one', { a: { $$type: 'string' } }, { a: 'x' }],
  ['$$type of several', { a: { $$type: ['int', 'long'] } }, { a: Long.fromNumber(5) }],
  ['$$type binData', { a: { $$type: 'binData' } }, { a: new Binary() }],
  ['$$matchesEntity', { $$matchesEntity: 'saved' }, { _id: 1, a: { b: 2 } }],
  ['$$sessionLsid', { lsid: { $$sessionLsid: 's' } }, { lsid: { id: 'lsid of s' } }],
  ['$$lte', { a: { $$lte: 5 } }, { a: 5 }],
];

const DIFFERS: [what: string, expected: unknown, actual: unknown, where: string][] = [
  ['another scalar', 'a', 'b', 'the result should be "a" and is "b"'],
  ['a text for a number', 1, '1', 'the result should be 1 and is "1"'],
  ['another number', { a: 1 }, { a: 2 }, 'the result.a should be 1 and is 2'],
  ['what is missing', { a: 1 }, {}, 'the result.a should be 1 and is nothing'],
  ['null for what is missing', { a: null }, {}, 'the result.a should be null and is nothing'],
  [
    'a document inside that holds more',
    { a: { b: 1 } },
    { a: { b: 1, c: 2 } },
    'the result.a should not have c',
  ],
  [
    'one of a list inside that holds more',
    { a: [{ b: 1 }] },
    { a: [{ b: 1, c: 2 }] },
    'the result.a[0] should not have c',
  ],
  ['a list that is longer', [1], [1, 2], 'the result should be [1] and is [1,2]'],
  ['a list in another order', [1, 2], [2, 1], 'the result[0] should be 1 and is 2'],
  ['a document for a list', [], {}, 'the result should be [] and is {}'],
  ['a value for a document', { a: {} }, { a: ID }, 'the result.a should be {}'],
  ['another identity', ID, new ObjectId(), 'the result should be'],
  ['$$exists: there', { a: { $$exists: true } }, {}, 'the result.a should be there'],
  ['$$exists: absent', { a: { $$exists: false } }, { a: null }, 'the result.a should be absent'],
  ['$$unsetOrMatches', { a: { $$unsetOrMatches: 1 } }, { a: 2 }, 'the result.a should be 1 and is 2'],
  [
    '$$unsetOrMatches inside',
    { a: { $$unsetOrMatches: {} } },
    { a: { b: 1 } },
    'the result.a should not have b',
  ],
  ['$$type', { a: { $$type: 'int' } }, { a: 1.5 }, 'the result.a should be of type int'],
  ['$$matchesEntity', { $$matchesEntity: 'saved' }, { _id: 1, a: { b: 3 } }, 'the result.a.b should be 2'],
  ['$$sessionLsid', { $$sessionLsid: 's' }, { id: 'lsid of t' }, 'the result.id should be "lsid of s"'],
  ['$$lte', { a: { $$lte: 5 } }, { a: 6 }, 'the result.a should be at most 5'],
];

describe('what a test expects', () => {
  it.each(MATCHES)('matches: %s', (_what, expected, actual) => {
    expect(difference(expected, actual, known)).toBeUndefined();
  });

  it.each(DIFFERS)('does not match: %s', (_what, expected, actual, where) => {
    expect(difference(expected, actual, known)).toContain(where);
  });

  it('holds nothing more when the whole is compared', () => {
    const whole = { at: 'postes', whole: true };
    expect(difference([{ _id: 1 }], [{ _id: 1, a: 1 }], known, whole)).toBe('postes[0] should not have a');
  });

  it('is never guessed: an operator or a type that is not known is a fault of the runner', () => {
    expect(() => difference({ a: { $$nuevo: 1 } }, { a: 1 }, known)).toThrow('$$nuevo');
    expect(() => difference({ $$type: 'color' }, 1, known)).toThrow('color');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkedValue,
  DamagedValue,
  documentOf,
  rawOf,
} from '../../../../../api/base/store/embedded/storage/checked-value';
import { encode } from '../../../../../api/base/store/embedded/values/raw-document';
import { flipped } from '../../../../fakes/tampered-store';

const documents = fc.record({ _id: fc.integer(), texto: fc.string(), n: fc.double({ noNaN: true }) });

function isDamaged(value: Buffer): boolean {
  try {
    documentOf(value);
    return false;
  } catch (cause) {
    return cause instanceof DamagedValue;
  }
}

describe('a stored value', () => {
  it('gives back the bytes of its document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const raw = encode(document);
        expect(rawOf(checkedValue(raw)).equals(raw)).toBe(true);
      }),
    );
  });

  it('of before, without a sum, is read as it is', () => {
    const raw = encode({ _id: 1, a: 'x' });
    expect(documentOf(raw).raw.equals(raw)).toBe(true);
  });

  it('with any one bit flipped is damaged', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const value = checkedValue(encode(document));
        const bits = Array.from({ length: value.length * 8 }, (_, bit) => bit);
        expect(bits.filter((bit) => !isDamaged(flipped(value, bit)))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([0, 3, 4, 10])('cut after %i bytes is damaged', (length) => {
    const value = checkedValue(encode({ _id: 1, a: 'x' }));
    expect(() => documentOf(value.subarray(0, length))).toThrow(DamagedValue);
  });

  it('of before that is no BSON is damaged', () => {
    const raw = encode({ _id: 1, a: 'x' });
    raw[4] = 0x55;
    expect(() => documentOf(raw)).toThrow(DamagedValue);
  });
});

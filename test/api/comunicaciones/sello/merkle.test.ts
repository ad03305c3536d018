import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  inclusionPath,
  leafHash,
  merkleRoot,
  rootFromPath,
} from '../../../../api/comunicaciones/sello/merkle';

/** The definition of RFC 6962, 2.1, word by word. */
function rfcRoot(leaves: readonly string[]): string {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const tree = (data: readonly string[]): Buffer => {
    if (data.length === 0) return sha();
    if (data.length === 1) return sha(Buffer.of(0), Buffer.from(data[0] ?? ''));
    let k = 1;
    while (k * 2 < data.length) k *= 2;
    return sha(Buffer.of(1), tree(data.slice(0, k)), tree(data.slice(k)));
  };
  return tree(leaves).toString('hex');
}

const someData = fc.array(fc.string(), { minLength: 1, maxLength: 70 });
const dataAndIndex = someData.chain((data) => fc.tuple(fc.constant(data), fc.nat(data.length - 1)));

describe('the Merkle tree of RFC 6962', () => {
  it('gives the roots of the known vectors of certificate transparency', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot(leaves.slice(0, 1))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(merkleRoot(leaves.slice(0, 2))).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
    expect(merkleRoot(leaves.slice(0, 3))).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    );
    expect(merkleRoot(leaves)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('has the root that the definition gives, for any leaves', () => {
    fc.assert(fc.property(someData, (data) => expect(merkleRoot(data.map(leafHash))).toBe(rfcRoot(data))));
  });

  it('proves every leaf of every tree', () => {
    fc.assert(
      fc.property(dataAndIndex, ([data, index]) => {
        const leaves = data.map(leafHash);
        const path = inclusionPath(leaves, index);
        expect(rootFromPath(leaves[index] ?? '', { index, size: leaves.length, path })).toBe(
          merkleRoot(leaves),
        );
      }),
    );
  });

  it('proves no other leaf, and no leaf with a path that was changed', () => {
    fc.assert(
      fc.property(dataAndIndex, fc.string(), fc.nat(), ([data, index], other, which) => {
        const leaves = data.map(leafHash);
        const root = merkleRoot(leaves);
        const path = inclusionPath(leaves, index);
        const size = leaves.length;
        fc.pre(data[index] !== other);
        expect(rootFromPath(leafHash(other), { index, size, path })).not.toBe(root);
        const leaf = leaves[index] ?? '';
        const changed = path.map((hash, i) => (i === which % path.length ? leafHash(hash) : hash));
        if (path.length > 0) expect(rootFromPath(leaf, { index, size, path: changed })).not.toBe(root);
        expect(rootFromPath(leaf, { index, size, path: [...path, leaf] })).toBeUndefined();
        expect(rootFromPath(leaf, { index: size, size, path })).toBeUndefined();
      }),
    );
  });

  it('never takes a node for a leaf', () => {
    const [a, b] = [leafHash('a'), leafHash('b')];
    expect(leafHash(Buffer.from(a + b, 'hex'))).not.toBe(merkleRoot([a, b]));
  });

  it('has no proof for a leaf that is not there', () => {
    expect(() => inclusionPath([leafHash('a')], 1)).toThrow('no such leaf');
  });
});

import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export type Hash = string;

// Leaves and nodes hash under different prefixes, so that neither can pass for the other (RFC 6962, 2.1).
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (data: string | Uint8Array): Hash =>
  createHash('sha256').update(LEAF).update(data).digest('hex');

const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(NODE).update(left, 'hex').update(right, 'hex').digest('hex');

const EMPTY: Hash = createHash('sha256').digest('hex');

/** The largest power of two below `size` (2 or more): where a tree splits. */
const splitOf = (size: number): number => 2 ** (31 - Math.clz32(size - 1));

/** Root of the tree over these leaves, in order; of none, the hash of nothing. */
export const merkleRoot = (leaves: readonly Hash[]): Hash => rootOf(leaves, 0, leaves.length);

function rootOf(leaves: readonly Hash[], from: number, to: number): Hash {
  const size = to - from;
  if (size <= 1) return leaves[from] ?? EMPTY;
  const middle = from + splitOf(size);
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
}

/** What must be known beside a leaf to reach the root: the siblings on its way, lowest first (RFC 6962, 2.1.1). */
export function inclusionPath(leaves: readonly Hash[], index: number): Hash[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new Error('no such leaf');
  const path: Hash[] = [];
  let [from, to] = [0, leaves.length];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(rootOf(leaves, middle, to));
      to = middle;
    } else {
      path.push(rootOf(leaves, from, middle));
      from = middle;
    }
  }
  return path.toReversed();
}

/** Where a leaf stands in a tree, with its path. */
export interface InclusionPath {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hash[];
}

/** The root that a leaf and its path lead to, or undefined when the path cannot belong to such a tree (RFC 9162, 2.1.3.2). */
export function rootFromPath(leaf: Hash, { index, size, path }: InclusionPath): Hash | undefined {
  if (index < 0 || index >= size) return undefined;
  let [at, last] = [index, size - 1];
  let root = leaf;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else root = nodeHash(root, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : undefined;
}

const half = (n: number): number => Math.floor(n / 2);

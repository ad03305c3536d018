import { keyBytes } from './key-bytes';
import { rankOf, smallNumber } from './types';

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const SURROGATE = /[\uD800-\uDFFF]/;

/** By UTF-8 bytes; that is the order of UTF-16 too, but for what it writes in two units. */
function compareTexts(a: string, b: string): number | undefined {
  if (a === b) return 0;
  if (SURROGATE.test(a) || SURROGATE.test(b)) return undefined;
  return a < b ? -1 : 1;
}

function quickly(a: unknown, b: unknown): number | undefined {
  const left = smallNumber(a);
  const right = smallNumber(b);
  if (left !== undefined && right !== undefined && !Number.isNaN(left) && !Number.isNaN(right)) {
    return order(left, right);
  }
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return order(Number(a), Number(b));
  if (a instanceof Date && b instanceof Date) return order(a.getTime(), b.getTime());
  return undefined;
}

/** MongoDB's order of any two values, negative, zero or positive: by type, then by value. Missing counts as null. */
export function compareValues(a: unknown, b: unknown): number {
  const quick = quickly(a, b);
  if (quick !== undefined) return quick;
  const byType = rankOf(a) - rankOf(b);
  return byType === 0 ? Buffer.compare(keyBytes(a), keyBytes(b)) : byType;
}

/** True when MongoDB takes both for the same value: 1 and 1.0 are, documents with other field order are not. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return compareValues(a, b) === 0;
}

import type { BSONRegExp } from 'bson';
import { keyBytes } from '../values/key-bytes';
import { RANK, TYPE, asNumber, isNumber, rankOf, typeOf } from '../values/types';
import type { FieldTest } from './filter-node';

/** A place in the order of keys: before, or after, all that begin with these bytes. */
export interface Bound {
  readonly bytes: Buffer;
  readonly after: boolean;
}

/** The keys from one bound to another. `point`: those of one value. */
export interface Range {
  readonly low: Bound;
  readonly high: Bound;
  readonly point: boolean;
}

const before = (bytes: Buffer): Bound => ({ bytes, after: false });
const after = (bytes: Buffer): Bound => ({ bytes, after: true });
const ofRank = (rank: number): Buffer => Buffer.from([rank]);

const pointAt = (bytes: Buffer): Range => ({ low: before(bytes), high: after(bytes), point: true });
const stretch = (low: Bound, high: Bound): Range => ({ low, high, point: false });

export const EVERYTHING: Range = stretch(before(Buffer.alloc(0)), after(Buffer.alloc(0)));

/** Order of two places among the keys. */
export function compareBounds(a: Bound, b: Bound): number {
  const shared = Math.min(a.bytes.length, b.bytes.length);
  const order = Buffer.compare(a.bytes.subarray(0, shared), b.bytes.subarray(0, shared));
  if (order !== 0) return order;
  if (a.bytes.length < b.bytes.length) return a.after ? 1 : -1;
  if (a.bytes.length > b.bytes.length) return b.after ? -1 : 1;
  return Number(a.after) - Number(b.after);
}

/** What both allow. */
export function intersect(ranges: readonly Range[], others: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const a of ranges) {
    for (const b of others) {
      const low = compareBounds(a.low, b.low) > 0 ? a.low : b.low;
      const high = compareBounds(a.high, b.high) < 0 ? a.high : b.high;
      if (compareBounds(low, high) < 0) found.push({ low, high, point: a.point || b.point });
    }
  }
  return found;
}

/** True when each of the ranges lies within one of the others. */
export const within = (ranges: readonly Range[], others: readonly Range[]): boolean =>
  ranges.every(({ low, high }) =>
    others.some((other) => compareBounds(other.low, low) <= 0 && compareBounds(high, other.high) <= 0),
  );

/** In order and without overlap. */
export function merged(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => compareBounds(a.low, b.low));
  const found: Range[] = [];
  for (const range of sorted) {
    const last = found.at(-1);
    if (!last || compareBounds(last.high, range.low) <= 0) found.push(range);
    else if (compareBounds(last.high, range.high) < 0)
      found[found.length - 1] = stretch(last.low, range.high);
  }
  return found;
}

function equalTo(operand: unknown): Range[] {
  const whole = pointAt(keyBytes(operand));
  if (!Array.isArray(operand)) return [whole];
  // An array is held by its elements: the whole is found through the first one.
  const first = operand.length === 0 ? Buffer.from([0x0c]) : keyBytes(operand[0]);
  return merged([whole, pointAt(first)]);
}

function orderedBy(op: string, operand: unknown): Range[] | undefined {
  const rank = rankOf(operand);
  const type = typeOf(operand);
  if (type === TYPE.minKey || type === TYPE.maxKey || rank === RANK.array) return undefined;
  if (isNumber(operand) && Number.isNaN(asNumber(operand))) return [pointAt(keyBytes(operand))];
  const bytes = keyBytes(operand);
  const [first, last] = [before(ofRank(rank)), after(ofRank(rank))];
  switch (op) {
    case '$gt':
      return [stretch(after(bytes), last)];
    case '$gte':
      return [stretch(before(bytes), last)];
    case '$lt':
      return [stretch(first, before(bytes))];
    default:
      return [stretch(first, after(bytes))];
  }
}

const PLAIN_START = /^\^([^\\^$.|?*+()[\]{}]+)/;
const OPTIONAL_NEXT = /^[?*{]/;

/** Strings that begin as the pattern does, when it is anchored and plain; stored regular expressions can be equal to it. */
function regexRanges({ pattern, options }: BSONRegExp): Range[] {
  const regexes = stretch(before(ofRank(RANK.regex)), after(ofRank(RANK.regex)));
  const strings = stretch(before(ofRank(RANK.string)), after(ofRank(RANK.string)));
  const found = /[imx]/.test(options) || pattern.includes('|') ? null : PLAIN_START.exec(pattern);
  let text = found?.[1] ?? '';
  // A quantifier makes the last character optional.
  if (OPTIONAL_NEXT.test(pattern.slice(text.length + 1))) text = Array.from(text).slice(0, -1).join('');
  if (text === '') return [strings, regexes];
  const bytes = Buffer.concat([ofRank(RANK.string), Buffer.from(text)]);
  return [stretch(before(bytes), after(bytes)), regexes];
}

const LARGEST_IN = 1000;

/** Where an index on the field must be read so that nothing the condition accepts is missed; undefined: everywhere. */
export function rangesOf({ op, operand }: FieldTest): Range[] | undefined {
  switch (op) {
    case '$eq':
      return equalTo(operand);
    case '$in': {
      const items = operand as unknown[];
      if (items.length > LARGEST_IN) return undefined;
      return merged(
        items.flatMap((item) =>
          typeOf(item) === TYPE.regex ? regexRanges(item as BSONRegExp) : equalTo(item),
        ),
      );
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return orderedBy(op, operand);
    case '$regex':
      return regexRanges(operand as BSONRegExp);
    default:
      return undefined;
  }
}

/** True for conditions that accept exactly what lies in their ranges, element by element. */
export const isExact = ({ op, operand }: FieldTest): boolean => {
  const items = op === '$in' ? (operand as unknown[]) : [operand];
  const exactOps = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte'];
  return exactOps.includes(op) && !items.some((item) => Array.isArray(item) || typeOf(item) === TYPE.regex);
};

const NULL_RANGE = pointAt(keyBytes(null));

/** True when a missing field could lie in the ranges. */
export const admitsMissing = (ranges: readonly Range[]): boolean =>
  intersect(ranges, [NULL_RANGE]).length > 0;

import {
  BSONRegExp,
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import * as fc from 'fast-check';

const EDGES = [0, -0, 1, -1, 0.1, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 53 + 2, 1e300, -1e300, Number.MIN_VALUE];
const LONGS = [
  '0',
  '1',
  '-1',
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '9223372036854775807',
];

const doubles = fc.oneof(
  fc.constantFrom(...EDGES, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
  fc.integer({ min: -5, max: 5 }),
);
const strings = fc.oneof(
  fc.constantFrom('', 'a', 'aa', 'a\0', 'a\0b', 'ab', 'ñ', '\uFFFD', '😀', 'z'),
  fc.string({ maxLength: 4 }),
);

/** Values of every type, biased towards the ones where types and encodings meet. */
export const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 5 }).map((n) => new Int32(n)) },
  { weight: 2, arbitrary: doubles.map((n) => new Double(n)) },
  { weight: 2, arbitrary: fc.constantFrom(...LONGS).map((n) => Long.fromString(n)) },
  { weight: 1, arbitrary: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((n) => Long.fromBigInt(n)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('0.1', '1', '1.00', '-3E-5', '9007199254740993.5')
      .map((n) => Decimal128.fromString(n)),
  },
  { weight: 4, arbitrary: strings },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('000000000000000000000001', 'ffffffffffffffffffffffff')
      .map((hex) => new ObjectId(hex)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      new MinKey(),
      new MaxKey(),
      new BSONRegExp('a', 'i'),
      new Timestamp({ t: 1, i: 2 }),
    ),
  },
);

/** A scalar, a document or an array, two levels deep at most. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('b', 'c'),
      fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
      { maxKeys: 2 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('b', 'c'), scalar, { maxKeys: 2 }), { maxLength: 3 }),
  },
);

import { type Document, Long } from 'bson';

const bsonType = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { _bsontype?: unknown })._bsontype : undefined;

const ofBson = (name: string) => (value: unknown) => bsonType(value) === name;

/** The value of a number of any width, exact; undefined for what is none. */
export function numeric(value: unknown): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (Long.isLong(value)) return value.toBigInt();
  return ofBson('Int32')(value) || ofBson('Double')(value) ? Number(value) : undefined;
}

/** A document, and no value that happens to be an object in JavaScript. */
export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  bsonType(value) === undefined &&
  !Array.isArray(value) &&
  !(value instanceof Date || value instanceof RegExp || ArrayBuffer.isView(value));

function isWhole(value: unknown): boolean {
  const number = numeric(value);
  return typeof number === 'bigint' || Number.isInteger(number);
}

const isNumber = (value: unknown): boolean => numeric(value) !== undefined;

/** By BSON's names. The driver gives numbers without their width: a whole one may have been of any. */
export const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  double: isNumber,
  int: isWhole,
  long: isWhole,
  number: (value) => isNumber(value) || ofBson('Decimal128')(value),
  decimal: ofBson('Decimal128'),
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  object: isDocument,
  array: Array.isArray,
  binData: (value) => ofBson('Binary')(value) || ArrayBuffer.isView(value),
  objectId: ofBson('ObjectId'),
  date: (value) => value instanceof Date,
  timestamp: ofBson('Timestamp'),
  regex: (value) => value instanceof RegExp || ofBson('BSONRegExp')(value),
  null: (value) => value === null,
};

import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'bson';

/**
 * Values are what `bson` gives with `promoteValues: false`: numbers keep their width (`Int32`, `Double`, `Long`,
 * `Decimal128`), so that a rewritten document keeps the types it was sent with. `undefined` stands for a missing field.
 */
export type Doc = Record<string, unknown>;

/** BSON type numbers, as `$type` uses them. */
export const TYPE = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;

/**
 * By prototype, not by the `_bsontype` that bson gives its classes: a document of a client may have a field of that name.
 */
const TYPE_OF_PROTOTYPE: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [Object.prototype, TYPE.object],
  [null, TYPE.object],
  [Array.prototype, TYPE.array],
  [Date.prototype, TYPE.date],
  [Int32.prototype, TYPE.int],
  [Double.prototype, TYPE.double],
  [Long.prototype, TYPE.long],
  [Decimal128.prototype, TYPE.decimal],
  [ObjectId.prototype, TYPE.objectId],
  [Binary.prototype, TYPE.binData],
  [UUID.prototype, TYPE.binData],
  [BSONRegExp.prototype, TYPE.regex],
  [BSONSymbol.prototype, TYPE.symbol],
  [Code.prototype, TYPE.javascript],
  [DBRef.prototype, TYPE.object],
  [Timestamp.prototype, TYPE.timestamp],
  [MinKey.prototype, TYPE.minKey],
  [MaxKey.prototype, TYPE.maxKey],
]);

function typeOfObject(value: object): number {
  const type = TYPE_OF_PROTOTYPE.get(Object.getPrototypeOf(value));
  if (type === TYPE.javascript && (value as Code).scope) return TYPE.javascriptWithScope;
  // What comes from elsewhere than bson may have prototypes of its own.
  return type ?? (Array.isArray(value) ? TYPE.array : value instanceof Date ? TYPE.date : TYPE.object);
}

const isInt32 = (value: number): boolean => value === (value | 0) && !Object.is(value, -0);

/** The BSON type number of a value; a plain JavaScript number counts as the type it would be written with. */
export function typeOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return TYPE.string;
    case 'boolean':
      return TYPE.bool;
    case 'number':
      return isInt32(value) ? TYPE.int : TYPE.double;
    case 'undefined':
      return TYPE.undefined;
    default:
      return value === null ? TYPE.null : typeOfObject(value as object);
  }
}

const RANK_OF_TYPE: Readonly<Record<number, number>> = {
  [TYPE.minKey]: 0x02,
  [TYPE.undefined]: 0x10,
  [TYPE.null]: 0x10,
  [TYPE.double]: 0x18,
  [TYPE.int]: 0x18,
  [TYPE.long]: 0x18,
  [TYPE.decimal]: 0x18,
  [TYPE.string]: 0x20,
  [TYPE.symbol]: 0x20,
  [TYPE.object]: 0x28,
  [TYPE.array]: 0x30,
  [TYPE.binData]: 0x38,
  [TYPE.objectId]: 0x40,
  [TYPE.bool]: 0x48,
  [TYPE.date]: 0x50,
  [TYPE.timestamp]: 0x58,
  [TYPE.regex]: 0x60,
  [TYPE.javascript]: 0x70,
  [TYPE.javascriptWithScope]: 0x78,
  [TYPE.maxKey]: 0xf0,
};

/** What an empty array is in an index and in a sort: MongoDB's "undefined", below null. */
export const EMPTY_ARRAY_RANK = 0x0c;

export const RANK = {
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x28,
  array: 0x30,
  regex: 0x60,
} as const;

/** Place of the value's type in MongoDB's order of types; equal ranks compare by value. Never 0x00 nor 0xff. */
export const rankOf = (value: unknown): number => RANK_OF_TYPE[typeOf(value)] ?? RANK.object;

export const isNumber = (value: unknown): boolean => rankOf(value) === RANK.number;

/** A document inside a document: neither an array nor one of BSON's own classes. */
export const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && typeOfObject(value) === TYPE.object;

/** The value of an int or a double as a JavaScript number; undefined for every other type. */
export function smallNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const type = typeOfObject(value);
  return type === TYPE.int || type === TYPE.double ? (value as Int32 | Double).value : undefined;
}

/** Any number as a JavaScript number, rounded when it has to be; undefined when it is no number. */
export function asNumber(value: unknown): number | undefined {
  const small = smallNumber(value);
  if (small !== undefined) return small;
  const type = typeOf(value);
  if (type === TYPE.long) return (value as Long).toNumber();
  return type === TYPE.decimal ? Number((value as Decimal128).toString()) : undefined;
}

const ALIASES = new Map<number, string>(Object.entries(TYPE).map(([name, type]) => [type, name]));

/** The alias of a type number, as MongoDB's messages write it. */
export const typeName = (value: unknown): string => ALIASES.get(typeOf(value)) ?? 'missing';

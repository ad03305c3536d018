import { type BSONRegExp, type Binary, type Code, DBRef, type Timestamp } from 'bson';
import { ByteWriter } from './byte-writer';
import { plainDbRef } from './db-ref';
import { exactNumber } from './exact-number';
import { type Doc, EMPTY_ARRAY_RANK, TYPE, rankOf, smallNumber, typeOf } from './types';

const REST_BITS = 48n;
const SIGN_BIT = 1n << 63n;

function writeNumber(out: ByteWriter, value: unknown): void {
  const small = smallNumber(value);
  if (small === undefined) writeExact(out, value);
  else {
    out.double(small);
    out.uint16(0);
  }
}

function writeExact(out: ByteWriter, value: unknown): void {
  const { floor, rest } = exactNumber(value);
  out.double(floor);
  const lower = rest & ((1n << REST_BITS) - 1n);
  // 15 bits say all that an int64 has beyond a double; a decimal may need the 48 below them.
  out.uint16(Number(rest >> REST_BITS) * 2 + (lower > 0n ? 1 : 0));
  if (lower > 0n) {
    out.uint16(Number(lower >> 32n));
    out.uint32(Number(lower & 0xffff_ffffn));
  }
}

function writeObject(out: ByteWriter, value: Doc): void {
  for (const [name, inner] of Object.entries(value)) {
    // MongoDB compares a field by type, then by name, then by value.
    out.byte(rankOf(inner));
    out.text(name);
    writeValue(out, inner);
  }
  out.byte(0);
}

function writeBinary(out: ByteWriter, value: Binary): void {
  const bytes = value.buffer.subarray(0, value.position);
  out.uint32(bytes.length);
  out.byte(value.sub_type);
  out.bytes(bytes);
}

type Write = (out: ByteWriter, value: never) => void;

const WRITE_OF_TYPE: Readonly<Record<number, Write>> = {
  [TYPE.double]: writeNumber,
  [TYPE.int]: writeNumber,
  [TYPE.long]: writeNumber,
  [TYPE.decimal]: writeNumber,
  [TYPE.string]: (out, value: string) => out.text(value),
  [TYPE.symbol]: (out, value: { value: string }) => out.text(value.value),
  [TYPE.object]: (out, value: Doc | DBRef) =>
    writeObject(out, value instanceof DBRef ? plainDbRef(value) : (value as Doc)),
  [TYPE.array]: (out, value: unknown[]) => {
    for (const item of value) writeValue(out, item);
    out.byte(0);
  },
  [TYPE.binData]: writeBinary,
  [TYPE.objectId]: (out, value: { id: Uint8Array }) => out.bytes(value.id),
  [TYPE.bool]: (out, value: boolean) => out.byte(value ? 1 : 0),
  [TYPE.date]: (out, value: Date) => out.uint64(BigInt.asUintN(64, BigInt(value.getTime()) + SIGN_BIT)),
  [TYPE.timestamp]: (out, value: Timestamp) => out.uint64(BigInt.asUintN(64, value.toBigInt())),
  [TYPE.regex]: (out, value: BSONRegExp) => {
    out.text(value.pattern);
    out.text(value.options);
  },
  [TYPE.javascript]: (out, value: Code) => out.text(value.code),
  [TYPE.javascriptWithScope]: (out, value: Code) => {
    out.text(value.code);
    writeObject(out, value.scope ?? {});
  },
};

/**
 * Writes a value so that bytes sort as MongoDB sorts values: first the type's rank, then the value. No value's bytes are
 * the beginning of another's, so several can stand one after another.
 */
export function writeValue(out: ByteWriter, value: unknown): void {
  out.byte(rankOf(value));
  WRITE_OF_TYPE[typeOf(value)]?.(out, value as never);
}

/** An empty array, where index and sort take an array's elements: it sorts below null. */
export const EMPTY_ARRAY_KEY: Buffer = Buffer.from([EMPTY_ARRAY_RANK]);

/** One piece of memory for all: nothing is written between its emptying and its copying. */
const shared = new ByteWriter();

/** The order-preserving bytes of one value. */
export function keyBytes(value: unknown): Buffer {
  shared.length = 0;
  writeValue(shared, value);
  return shared.copyFrom(0);
}

/** Bytes that sort the other way round. */
export const inverted = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => ~byte & 0xff));

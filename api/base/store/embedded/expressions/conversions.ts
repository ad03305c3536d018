import { Decimal128, Double, Long, ObjectId } from 'bson';
import { notSupported, refuse } from '../command-error';
import { isTruthy, truncated } from '../query/shape-tests';
import { bigOf, integer } from '../values/arithmetic';
import { TYPE, asNumber, typeName, typeOf } from '../values/types';
import type { Operator } from './operator';
import { instantAt, isoText } from './instants';
import { taking, takingKnown } from './operands';

const impossible = (value: unknown, to: string): never =>
  refuse(
    'ConversionFailure',
    `Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`,
  );

const unreadable = (text: string, to: string): never =>
  refuse('ConversionFailure', `Failed to parse ${to} '${text}' in $convert with no onError value`);

/** Doubles are written differently by MongoDB and JavaScript when they are very large, very small or very long. */
function doubleText(value: number): string {
  const size = Math.abs(value);
  const plain = value === 0 || (size >= 1e-4 && size < 1e15);
  if (!plain || !Number.isFinite(value) || String(size).replace('.', '').length > 15)
    return notSupported(`$toString of the double ${value}`);
  return Object.is(value, -0) ? '-0' : String(value);
}

function toText(value: unknown): string {
  switch (typeOf(value)) {
    case TYPE.string:
      return value as string;
    case TYPE.bool:
    case TYPE.int:
    case TYPE.long:
    case TYPE.decimal:
      return String(value);
    case TYPE.double:
      return doubleText(asNumber(value) ?? 0);
    case TYPE.date:
      return isoText('$toString', value as Date);
    case TYPE.objectId:
      return (value as ObjectId).toHexString();
    default:
      return impossible(value, 'string');
  }
}

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function bigFrom(value: unknown, to: string): bigint {
  switch (typeOf(value)) {
    case TYPE.string:
      return INTEGER.test(value as string)
        ? BigInt((value as string).replace('+', ''))
        : unreadable(value as string, 'number');
    case TYPE.bool:
      return value === true ? 1n : 0n;
    case TYPE.int:
    case TYPE.long:
      return bigOf(value);
    case TYPE.double:
    case TYPE.decimal:
      return (
        truncated(value) ??
        refuse(
          'ConversionFailure',
          'Attempt to convert a value that is no finite number or too large in $convert with no onError value',
        )
      );
    case TYPE.date:
      return to === 'long' ? BigInt((value as Date).getTime()) : impossible(value, to);
    default:
      return impossible(value, to);
  }
}

function toInteger(value: unknown, to: 'int' | 'long'): unknown {
  const found = integer(bigFrom(value, to), to === 'long');
  if (found === undefined || (to === 'int' && found instanceof Long))
    refuse(
      'ConversionFailure',
      `Conversion would overflow target type in $convert with no onError value: ${String(value)}`,
    );
  return found;
}

function toDouble(value: unknown): unknown {
  switch (typeOf(value)) {
    case TYPE.string:
      return DECIMAL.test(value as string) && Number.isFinite(Number(value))
        ? new Double(Number(value))
        : unreadable(value as string, 'number');
    case TYPE.bool:
      return new Double(value === true ? 1 : 0);
    case TYPE.date:
      return new Double((value as Date).getTime());
    default: {
      const number = asNumber(value);
      return number === undefined ? impossible(value, 'double') : new Double(number);
    }
  }
}

function toDecimal(value: unknown): unknown {
  switch (typeOf(value)) {
    case TYPE.decimal:
      return value;
    case TYPE.int:
    case TYPE.long:
      return Decimal128.fromString(String(value));
    case TYPE.bool:
      return Decimal128.fromString(value === true ? '1' : '0');
    case TYPE.string:
      return DECIMAL.test(value as string)
        ? Decimal128.fromStringWithRounding(value as string)
        : unreadable(value as string, 'number');
    default:
      return notSupported(`$toDecimal of ${typeName(value)}`);
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function toDate(value: unknown): unknown {
  switch (typeOf(value)) {
    case TYPE.date:
      return value;
    case TYPE.long:
    case TYPE.double:
    case TYPE.decimal:
      return instantAt(Math.trunc(asNumber(value) ?? 0));
    case TYPE.objectId:
      return (value as ObjectId).getTimestamp();
    case TYPE.string: {
      const text = value as string;
      if (!ISO.test(text)) return notSupported(`$toDate of a text that is not in ISO form ('${text}')`);
      const local = text.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(text);
      const date = new Date(local ? `${text}Z` : text);
      // JavaScript takes the 30th of February for the 2nd of March, and 24:00 for the next day.
      const day = new Date(text.slice(0, 10));
      if (Number.isNaN(date.getTime()) || day.toISOString().slice(0, 10) !== text.slice(0, 10))
        return unreadable(text, 'date');
      return text.includes('T24') ? notSupported(`$toDate of '${text}'`) : date;
    }
    default:
      return impossible(value, 'date');
  }
}

function toObjectId(value: unknown): unknown {
  if (typeOf(value) === TYPE.objectId) return value;
  if (typeof value !== 'string') return impossible(value, 'objectId');
  return /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : unreadable(value, 'objectId');
}

/** From one type to another. */
export const CONVERSIONS: Readonly<Record<string, Operator>> = {
  $type: taking(1, '$type', (value) => (value === undefined ? 'missing' : typeName(value))),
  $toString: takingKnown(1, '$toString', toText),
  $toInt: takingKnown(1, '$toInt', (value) => toInteger(value, 'int')),
  $toLong: takingKnown(1, '$toLong', (value) => toInteger(value, 'long')),
  $toDouble: takingKnown(1, '$toDouble', toDouble),
  $toDecimal: takingKnown(1, '$toDecimal', toDecimal),
  $toBool: takingKnown(1, '$toBool', isTruthy),
  $toDate: takingKnown(1, '$toDate', toDate),
  $toObjectId: takingKnown(1, '$toObjectId', toObjectId),
};

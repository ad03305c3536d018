import { Int32 } from 'bson';
import { notSupported } from '../command-error';
import { type Doc, isObject } from '../values/types';
import type { Operator } from './operator';
import { checkYear, instantOf } from './instants';
import { literal, mingo } from './mingo';
import { isNullish, operandsOf, partsOf } from './operands';
import { textOf } from './texts';
import { inZone, isUtc, offsetMinutes } from './time-zone';

const zoneOf = (value: unknown): string => textOf('timezone', value, 'Location40517');

/** A part of a date, in UTC or in the zone that is given. */
const datePart = (name: string): Operator => {
  return (operand, parse) => {
    const parts: Doc =
      isObject(operand) && 'date' in operand
        ? partsOf(name, operand, ['date'], ['timezone'])
        : { date: operand };
    const [date] = operandsOf(name, parts.date, parse, 1);
    const zone = parse('timezone' in parts ? parts.timezone : 'UTC');
    return (scope) => {
      const value = date?.(scope);
      const where = zone(scope);
      if (isNullish(value)) return null;
      const instant = instantOf(name, value);
      return isNullish(where)
        ? null
        : new Int32(mingo(name, literal(inZone(instant, zoneOf(where)))) as number);
    };
  };
};

/** Those of MongoDB's that are exact in mingo; the offset (%z, %Z) is written here. */
const FORMAT = /^(?:[^%]|%[YmdHMSLjwu%zZ])*$/;

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function dateText(date: Date, format: string, zone: string): string {
  if (!FORMAT.test(format)) notSupported(`the format '${format}' in $dateToString`);
  checkYear('$dateToString', inZone(date, zone).getUTCFullYear());
  const minutes = offsetMinutes(zone, date);
  // Piece by piece: mingo writes each sign over the first that looks like it.
  return format.replaceAll(/%(.)/g, (sign, letter: string) => {
    if (letter === '%') return '%';
    if (letter === 'z') return offsetText(minutes);
    if (letter === 'Z') return String(minutes);
    if (letter === 'w') return String(inZone(date, zone).getUTCDay() + 1);
    return mingo('$dateToString', { date: literal(inZone(date, zone)), format: sign }) as string;
  });
}

const dateToString: Operator = (operand, parse) => {
  const parts = partsOf('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull']);
  const read = (part: string, usual: unknown) => parse(part in parts ? parts[part] : usual);
  const [date, zone, onNull] = [read('date', null), read('timezone', 'UTC'), read('onNull', null)];
  const format = 'format' in parts ? parse(parts.format) : undefined;
  return (scope) => {
    const [value, where, given] = [date(scope), zone(scope), format?.(scope)];
    const pattern = isNullish(given) ? undefined : textOf('$dateToString', given, 'Location18533');
    const name = isNullish(where) ? undefined : zoneOf(where);
    if (isNullish(value)) return onNull(scope);
    if (name === undefined || (format && pattern === undefined)) return null;
    const usual = `%Y-%m-%dT%H:%M:%S.%L${isUtc(name) ? 'Z' : ''}`;
    return dateText(instantOf('$dateToString', value), pattern ?? usual, name);
  };
};

const DATE_PARTS = [
  '$year',
  '$month',
  '$dayOfMonth',
  '$dayOfYear',
  '$dayOfWeek',
  '$hour',
  '$minute',
  '$second',
  '$millisecond',
  '$isoWeek',
  '$isoDayOfWeek',
];

/** Operators on dates. */
export const DATES: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(DATE_PARTS.map((name) => [name, datePart(name)])),
  $dateToString: dateToString,
};

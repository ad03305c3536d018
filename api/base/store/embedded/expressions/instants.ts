import type { ObjectId, Timestamp } from 'bson';
import { notSupported, refuse } from '../command-error';
import { TYPE, asNumber, typeName, typeOf } from '../values/types';

/** A date by its milliseconds since 1970; JavaScript has none where BSON still has. */
export function instantAt(ms: number): Date {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? notSupported(`a date of ${ms} milliseconds`) : date;
}

/** To the nearest whole number, halves away from zero. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** A date so many milliseconds later, or earlier with -1. */
export function later(date: Date, ms: unknown, direction: 1 | -1 = 1): Date {
  if (typeOf(ms) === TYPE.decimal) return notSupported('decimals added to dates');
  return instantAt(date.getTime() + direction * rounded(asNumber(ms) ?? 0));
}

/** The instant that a date, a timestamp or an ObjectId holds. */
export function instantOf(name: string, value: unknown): Date {
  if (value instanceof Date) return value;
  if (typeOf(value) === TYPE.objectId) return (value as ObjectId).getTimestamp();
  if (typeOf(value) === TYPE.timestamp) return new Date((value as Timestamp).t * 1000);
  return refuse('Location16006', `can't convert from BSON type ${typeName(value)} to Date in ${name}`);
}

/** Refuses a date that has no text: MongoDB writes the years 0 to 9999. */
export function checkYear(name: string, year: number): void {
  if (year < 0 || year > 9999)
    refuse('Location18537', `${name} is only defined on year 0-9999, tried to use year ${year}`);
}

export function isoText(name: string, date: Date): string {
  checkYear(name, date.getUTCFullYear());
  return date.toISOString();
}

import { refuse } from '../command-error';

const OFFSET = /^([+-])(\d{2})(?::?(\d{2}))?$/;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  // The names of zones have letters of both cases: `america/bogota` is none.
  if (/^[a-z]/.test(zone)) return unknown(zone);
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, made);
    return made;
  } catch {
    return unknown(zone);
  }
}

const unknown = (zone: string): never =>
  refuse('Location40485', `unrecognized time zone identifier: "${zone}"`);

function fixedMs(zone: string): number | undefined {
  if (zone === 'UTC') return 0;
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/** True for the zones whose dates are written with a Z: UTC itself and an offset of nothing. */
export const isUtc = (zone: string): boolean => fixedMs(zone) === 0;

/** Milliseconds that a zone is ahead of UTC at an instant; before there were zones, to the second. */
function offsetMs(zone: string, date: Date): number {
  const fixed = fixedMs(zone);
  if (fixed !== undefined) return fixed;
  const parts = new Map(
    clockOf(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type as string, value]),
  );
  const read = (name: string): number => Number(parts.get(name));
  const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year');
  const local = new Date(0);
  local.setUTCFullYear(year, read('month') - 1, read('day'));
  local.setUTCHours(read('hour'), read('minute'), read('second'), 0);
  return local.getTime() - Math.floor(date.getTime() / SECOND_MS) * SECOND_MS;
}

/** Whole minutes that a zone (`America/Bogota`, `-05:00`) is ahead of UTC at an instant. */
export const offsetMinutes = (zone: string, date: Date): number =>
  Math.trunc(offsetMs(zone, date) / MINUTE_MS);

/** The instant whose parts in UTC are those of the date in the zone. */
export const inZone = (date: Date, zone: string): Date => new Date(date.getTime() + offsetMs(zone, date));

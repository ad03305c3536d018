import { refuse } from '../command-error';

const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/;
const MINUTE_MS = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
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
    return refuse('Location40485', `unrecognized time zone identifier: "${zone}"`);
  }
}

/** Minutes that a zone (`America/Bogota`, `-05:00`) is ahead of UTC at an instant. */
export function offsetMinutes(zone: string, date: Date): number {
  const fixed = OFFSET.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
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
  return Math.round((local.getTime() - Math.floor(date.getTime() / 1000) * 1000) / MINUTE_MS);
}

/** The instant whose parts in UTC are those of the date in the zone. */
export const inZone = (date: Date, zone: string | undefined): Date =>
  zone === undefined ? date : new Date(date.getTime() + offsetMinutes(zone, date) * MINUTE_MS);

import { type LocalDate, localDate } from '../base/kernel/local-date';

const TYPED = /^(?:(\d{4}-\d{2}-\d{2})[ T]+)?(\d{1,2}):(\d{2})$/;

/**
 * `2026-11-24 15:30`, or `15:30` of today, in Colombian time; undefined for what is no day or hour. Colombia has kept
 * UTC-5 since 1993.
 */
export function localInstant(typed: string, now: Date): Date | undefined {
  const [, day = localDate(now), hour = '', minute = ''] = TYPED.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const instant = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00-05:00`);
  return isDay(day, instant) ? instant : undefined;
}

// 31 February is no day, though a Date makes one of it.
const isDay = (day: LocalDate, instant: Date): boolean =>
  !Number.isNaN(instant.getTime()) && localDate(instant) === day;

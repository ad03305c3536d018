import { addDays, localDate } from '../../../../api/base/kernel/local-date';

/** The next three in the morning in Colombia (which keeps UTC-5 all year) after an instant: when nobody writes. */
export function nextRestart(after: Date): Date {
  const today = new Date(`${localDate(after)}T03:00:00-05:00`);
  return after < today ? today : new Date(`${addDays(localDate(after), 1)}T03:00:00-05:00`);
}

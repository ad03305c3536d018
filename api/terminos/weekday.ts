import type { LocalDate } from '../base/kernel/local-date';

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: LocalDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

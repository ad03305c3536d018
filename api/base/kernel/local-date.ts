/** A day of the civil calendar, `AAAA-MM-DD`, without time or zone. */
export type LocalDate = string;

const ZONE = 'America/Bogota';

// sv-SE writes ISO order; Intl knows the zone's history (Colombia had summer time in 1992-93).
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat('es-CO', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const wordsFormat = new Intl.DateTimeFormat('es-CO', { timeZone: 'UTC', dateStyle: 'full' });

/** The day an instant belongs to in Colombia: 19:00 there is already the next day in UTC. */
export const localDate = (instant: Date): LocalDate => dayFormat.format(instant);

export const localYear = (instant: Date): number => Number(localDate(instant).slice(0, 4));

/** `2026-12-16` → "miércoles, 16 de diciembre de 2026". */
export const dateInWords = (day: LocalDate): string => wordsFormat.format(new Date(`${day}T00:00:00Z`));

/** "miércoles, 16 de diciembre de 2026, 3:04 p. m.", in Colombian time. */
export const instantInWords = (instant: Date): string =>
  `${dateInWords(localDate(instant))}, ${timeFormat.format(instant)}`.replaceAll(/[\u00a0\u202f]/g, ' ');

const MS_PER_DAY = 86_400_000;

/** Calendar arithmetic: the day `days` after (or before) another. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

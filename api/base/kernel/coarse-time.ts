const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The day of an instant: its first moment in UTC. For what must not tell when somebody wrote. */
export const dayOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS);

/** The hour at or after an instant. */
export const hourAfter = (instant: Date): Date => new Date(Math.ceil(instant.getTime() / HOUR_MS) * HOUR_MS);

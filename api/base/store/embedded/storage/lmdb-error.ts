/** LMDB's own codes (lmdb.h); those of the operating system are positive. */
const FIRST = -30_799;
const LAST = -30_700;

/** What LMDB said, when it is LMDB that failed: its words quote nothing of what is stored. */
export function lmdbReason(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  return typeof code === 'number' && code >= FIRST && code <= LAST ? cause.message : undefined;
}

const DUPLICATE_KEY = 11_000;

/** Which documents of an unordered insert were refused as repeated; undefined for any other error. */
export function refusedIn(cause: unknown): ReadonlySet<number> | undefined {
  const { writeErrors } = cause as { writeErrors?: unknown };
  if (!Array.isArray(writeErrors) || writeErrors.length === 0) return undefined;
  const errors = writeErrors as readonly { index?: unknown; code?: unknown }[];
  const indexes = errors.flatMap(({ index, code }) =>
    code === DUPLICATE_KEY && typeof index === 'number' ? [index] : [],
  );
  return indexes.length === errors.length ? new Set(indexes) : undefined;
}

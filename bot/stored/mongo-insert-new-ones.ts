import type { Model } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** Which documents of an unordered insert were refused as repeated; undefined for any other error. */
function repeatedIn(cause: unknown): number[] | undefined {
  const { writeErrors } = cause as { writeErrors?: unknown };
  if (!Array.isArray(writeErrors) || writeErrors.length === 0) return undefined;
  const errors = writeErrors as readonly { index?: unknown; code?: unknown }[];
  const indexes = errors.flatMap(({ index, code }) =>
    code === DUPLICATE_KEY && typeof index === 'number' ? [index] : [],
  );
  return indexes.length === errors.length ? indexes : undefined;
}

/** Inserts in one command what is new; gives the places of those that were there already. */
export async function refusedAsRepeated<Document extends object>(
  model: Model<Document>,
  documents: readonly Document[],
): Promise<readonly number[]> {
  try {
    // The driver's own command: mongoose's insertMany hides which of the unordered ones failed.
    await model.db.collection(model.collection.name).insertMany([...documents], { ordered: false });
    return [];
  } catch (cause) {
    const repeated = repeatedIn(cause);
    if (!repeated) throw cause;
    return repeated;
  }
}

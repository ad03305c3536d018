const DUPLICATE_KEY = 11_000;

/**
 * Runs an upsert that another process may be making at the same moment: whoever loses gets a duplicate key, and finds
 * the document there when it tries again.
 */
export async function settledUpsert<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== DUPLICATE_KEY) throw cause;
    return upsert();
  }
}

import type { Model } from 'mongoose';
import type { InboxDocument } from './mongo-inbox-schema';

const DUPLICATE_KEY = 11_000;

/** What is known of an earlier message with the same external id. */
export type Earlier = Pick<InboxDocument, 'huella'>;

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

/** Inserts in one command what is new; for each document, the earlier one that has its external id, if any. */
export async function insertNew(
  model: Model<InboxDocument>,
  documents: readonly InboxDocument[],
): Promise<(Earlier | undefined)[]> {
  const earlier = new Map<number, Earlier>();
  for (const index of await refusedAsRepeated(model, documents)) {
    const document = documents[index];
    if (document) earlier.set(index, await earlierOf(model, document));
  }
  return documents.map((_, index) => earlier.get(index));
}

/** Inserts in one command what is new; gives the places of those that were there already. */
export async function refusedAsRepeated<Document extends object>(
  model: Model<Document>,
  documents: readonly Document[],
): Promise<readonly number[]> {
  try {
    // The driver's own command: mongoose's insertMany hides which of the unordered ones failed.
    const { collectionName } = model.collection;
    await model.db.collection(collectionName).insertMany([...documents], { ordered: false });
    return [];
  } catch (cause) {
    const repeated = repeatedIn(cause);
    if (!repeated) throw cause;
    return repeated;
  }
}

async function earlierOf(
  model: Model<InboxDocument>,
  { entidad, canal, externalId }: InboxDocument,
): Promise<Earlier> {
  const earlier = await model
    .findOne({ entidad, canal, externalId }, { huella: 1 })
    .lean<Earlier | null>()
    .exec();
  // Purged between the insert and this look: it had been there.
  return earlier ?? { huella: null };
}

import type { Model } from 'mongoose';
import { refusedAsRepeated } from '../stored/mongo-insert-new-ones';
import type { InboxDocument } from './mongo-inbox-schema';

/** What is known of an earlier message with the same external id. */
export type Earlier = Pick<InboxDocument, 'huella'>;

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

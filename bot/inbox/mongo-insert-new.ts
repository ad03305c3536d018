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
  const repeated = new Set(await refusedAsRepeated(model, documents));
  if (repeated.size === 0) return documents.map(() => undefined);
  const earlier = await earlierOf(
    model,
    documents.filter((_, index) => repeated.has(index)),
  );
  // Purged between the insert and this look: it had been there.
  return documents.map((one, index) =>
    repeated.has(index) ? (earlier.get(nameOf(one)) ?? { huella: null }) : undefined,
  );
}

type Named = Pick<InboxDocument, 'canal' | 'externalId'>;

const nameOf = ({ canal, externalId }: Named): string => `${canal}:${externalId}`;

const KNOWN_BY = { canal: 1, externalId: 1, huella: 1 } as const;

/** By channel and external id. */
async function earlierOf(
  model: Model<InboxDocument>,
  repeated: readonly InboxDocument[],
): Promise<ReadonlyMap<string, Earlier>> {
  const canales = [...new Set(repeated.map(({ canal }) => canal))];
  const found = await Promise.all(
    canales.map((canal) => {
      const ones = repeated.filter((one) => one.canal === canal);
      const externalIds = [...new Set(ones.map(({ externalId }) => externalId))];
      return model
        .find({ entidad: ones[0]?.entidad, canal, externalId: { $in: externalIds } }, KNOWN_BY)
        .lean<(Named & Earlier)[]>()
        .exec();
    }),
  );
  return new Map(found.flat().map((one) => [nameOf(one), one]));
}

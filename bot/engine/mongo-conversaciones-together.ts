import type { Model } from 'mongoose';
import { nativeOf } from '../stored/mongo-native-of';
import { refusedAsRepeated } from '../stored/mongo-insert-new-ones';
import type { ConversationDocument } from './mongo-conversation-schema';

/**
 * What many turns ask of the store at the same time, in one command: a command costs the program more than what it
 * carries.
 */
type Documents = Model<ConversationDocument>;

/** For each id, its document, if there is one. */
export async function findTogether(
  model: Documents,
  entidad: string,
  ids: readonly string[],
): Promise<(ConversationDocument | undefined)[]> {
  const wanted = [...new Set(ids)];
  const options = { batchSize: wanted.length + 1 };
  const found = await nativeOf(model)
    .find({ _id: { $in: wanted }, entidad }, options)
    .toArray();
  const known = new Map(found.map((one) => [one._id, one]));
  return ids.map((id) => known.get(id));
}

/** For each new document, whether it entered: false when another of its id was there. */
export async function insertTogether(
  model: Documents,
  documents: readonly ConversationDocument[],
): Promise<boolean[]> {
  const repeated = new Set(await refusedAsRepeated(model, documents));
  return documents.map((_, index) => !repeated.has(index));
}

/** For each document, whether it took the place of the version before it. */
export async function replaceTogether(
  model: Documents,
  documents: readonly ConversationDocument[],
): Promise<boolean[]> {
  const writes = documents.map((one) => ({ updateOne: { filter: before(one), update: changeTo(one) } }));
  const { matchedCount } = await nativeOf(model).bulkWrite(writes, { ordered: false });
  return matchedCount === documents.length ? documents.map(() => true) : whichEntered(model, documents);
}

const before = ({ _id, entidad, version }: ConversationDocument) => ({ _id, entidad, version: version - 1 });

const GONE = '' as const;
/** What a conversation has now and then. */
const ABSENT = { olvidarEn: GONE, mirarEn: GONE, porProbar: GONE, baja: GONE, anexos: GONE, porEnviar: GONE };

/** What the document does not have leaves the stored one. */
function changeTo({ _id, ...$set }: ConversationDocument) {
  const absent = Object.entries(ABSENT).filter(([field]) => !Object.hasOwn($set, field));
  return { $set, ...(absent.length > 0 && { $unset: Object.fromEntries(absent) as Partial<typeof ABSENT> }) };
}

/**
 * The store counts how many entered, not which. No two seals are alike, so what is stored tells; a write that entered
 * and was already followed by another counts as lost: whoever reads again finds what it did.
 */
async function whichEntered(
  model: Documents,
  documents: readonly ConversationDocument[],
): Promise<boolean[]> {
  const ids = documents.map(({ _id }) => _id);
  const stored = await findTogether(model, documents[0]?.entidad ?? '', ids);
  return documents.map(({ estado }, index) => stored[index]?.estado === estado);
}

/** The person of conversation `id` has every reply up to `seq`. */
export interface Sent {
  readonly id: string;
  readonly seq: number;
}

/** Without touching the version: a turn that is being played meanwhile is not played again for this. */
export async function sentTogether(model: Documents, entidad: string, marks: readonly Sent[]): Promise<void> {
  const writes = marks.map(({ id, seq }) => ({
    updateOne: {
      filter: { _id: id, entidad, ultimaRespuesta: seq },
      update: { $set: { entregada: seq }, $unset: { porEnviar: GONE } },
    },
  }));
  await nativeOf(model).bulkWrite(writes, { ordered: false });
}

import type { Model } from 'mongoose';
import { forgottenMessage } from './forgotten-message';
import type { InboxDocument } from './mongo-inbox-schema';

const DUPLICATE_KEY = 11_000;

/** Puts, in place of the consumed messages of a conversation, what is left of them once forgotten. */
export async function forgetConsumed(
  model: Model<InboxDocument>,
  { entidad, conversacion }: { readonly entidad: string; readonly conversacion: string },
): Promise<void> {
  const found = await model.find({ entidad, conversacion, pendiente: false }).lean<InboxDocument[]>().exec();
  if (found.length === 0) return;
  // The external id is unique: the old ones go first. A crash in between loses only the knowledge that they came.
  await model.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } }).exec();
  await insertLeft(model, found.map(forgottenMessage));
}

async function insertLeft(model: Model<InboxDocument>, left: readonly InboxDocument[]): Promise<void> {
  try {
    await model.insertMany([...left], { ordered: false });
  } catch (cause) {
    // Forgotten by another copy of the program at the same time.
    if ((cause as { code?: unknown }).code !== DUPLICATE_KEY) throw cause;
  }
}

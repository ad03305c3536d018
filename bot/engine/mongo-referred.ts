import type { Connection } from 'mongoose';
import { openConversationModel } from './mongo-conversation-schema';

/** Which of some contents the drafts of conversations refer to. */
export async function openReferredByConversations(
  connection: Connection,
  entidad: string,
): Promise<(sha256s: readonly string[]) => Promise<readonly string[]>> {
  const model = await openConversationModel(connection);
  return async (sha256s) => {
    const found = await model
      .find({ entidad, anexos: { $in: [...sha256s] } }, { anexos: 1 })
      .lean<{ readonly anexos?: readonly string[] }[]>()
      .exec();
    return found.flatMap(({ anexos = [] }) => anexos);
  };
}

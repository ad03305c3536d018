import type { Connection } from 'mongoose';
import { openInboxModel } from './mongo-inbox-schema';

/** Which of some contents the messages that wait for their turn refer to. */
export async function openReferredByInbox(
  connection: Connection,
  entidad: string,
): Promise<(sha256s: readonly string[]) => Promise<readonly string[]>> {
  const model = await openInboxModel(connection);
  return async (sha256s) => {
    const found = await model
      .find({ entidad, anexos: { $in: [...sha256s] } }, { anexos: 1 })
      .lean<{ readonly anexos?: readonly string[] }[]>()
      .exec();
    return found.flatMap(({ anexos = [] }) => anexos);
  };
}

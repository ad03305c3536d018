import type { Connection, mongo } from 'mongoose';

/** Its collection. While it holds a document, the place is being restored, or its restoration was cut. */
export const RESTORE_MARK = 'restauracion';

interface Mark {
  readonly _id: string;
  readonly esquema: number;
  /** The instant of the backup that was being restored. */
  readonly respaldo: string;
}

const marks = ({ db }: Connection): mongo.Collection<Mark> => {
  if (!db) throw new Error('the connection to the store is not open');
  return db.collection<Mark>(RESTORE_MARK);
};

/** Whether a restoration of this place has not ended: nothing may be served from it. */
export const isBeingRestored = async (connection: Connection): Promise<boolean> =>
  (await marks(connection).findOne({})) !== null;

/** From now on nobody serves this place. */
export async function markRestoration(
  connection: Connection,
  entidad: string,
  respaldo: string,
): Promise<void> {
  await marks(connection).replaceOne({ _id: entidad }, { esquema: 1, respaldo }, { upsert: true });
}

/** The restoration is complete. */
export async function unmarkRestoration(connection: Connection): Promise<void> {
  await marks(connection).drop();
}

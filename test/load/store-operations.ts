import type { Connection } from '../../api/base/store/connect';
import { inParallel } from './row';

/** Durable writes of something as long as a conversation, one command each: the ceiling of whoever does not share them. */
export async function storeOperations(connection: Connection, width: number, total: number): Promise<number> {
  const filas = connection.collection<{ _id: number; n: number; estado: string }>(`techo${width}`);
  const estado = 'x'.repeat(8_000);
  await filas.insertMany(Array.from({ length: width }, (_, _id) => ({ _id, n: 0, estado })));
  const work = (i: number) => filas.updateOne({ _id: i % width }, { $set: { n: i, estado } });
  return (await inParallel(width, total, work)).perSecond;
}

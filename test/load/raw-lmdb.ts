import { join } from 'node:path';
import { open } from 'lmdb';
import { row, type Row } from './row';

/** The machine's ceiling: one durable LMDB commit after another, of a value as large as a small case. */
export async function rawCommits(dir: string, seconds = 2): Promise<Row> {
  const db = open({ path: join(dir, 'techo.mdb'), encoding: 'binary', overlappingSync: false } as Parameters<
    typeof open
  >[0]);
  const value = Buffer.alloc(4_000, 1);
  const end = performance.now() + seconds * 1000;
  const start = performance.now();
  let commits = 0;
  while (performance.now() < end) await db.put(commits++, value);
  const perSecond = (commits / (performance.now() - start)) * 1000;
  await db.close();
  return row('LMDB solo: confirmaciones durables en secuencia', perSecond, '/s');
}

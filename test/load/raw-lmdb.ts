import { join } from 'node:path';
import { type RootDatabase, open } from 'lmdb';
import { inParallel, latencies, row, type Row } from './row';

/** A value as large as a small case. */
const VALUE = Buffer.alloc(4_000, 1);

function openRaw(dir: string): RootDatabase<Buffer, number> {
  const options = { path: join(dir, 'techo.mdb'), encoding: 'binary', overlappingSync: false } as const;
  return open<Buffer, number>(options);
}

/** The machine's ceiling: one durable LMDB commit after another. */
export async function rawCommits(dir: string, seconds = 2): Promise<Row> {
  const db = openRaw(dir);
  const end = performance.now() + seconds * 1000;
  const start = performance.now();
  let commits = 0;
  while (performance.now() < end) await db.put(commits++, VALUE);
  const perSecond = (commits / (performance.now() - start)) * 1000;
  await db.close();
  return row('LMDB solo: confirmaciones durables en secuencia', perSecond, '/s');
}

/** LMDB alone, without driver nor documents: durable puts that wait together share a commit. */
export async function rawPuts(dir: string, width: number): Promise<Row[]> {
  const db = openRaw(dir);
  const { samples, perSecond } = await inParallel(width, 1_000 + width * 20, (i) => db.put(i, VALUE));
  await db.close();
  const name = `LMDB solo: put durable, ${width} a la vez`;
  return [row(name, perSecond, '/s'), ...latencies(name, samples)];
}

/** LMDB alone: so many values put in commits of a thousand, then read one by one. */
export async function rawSize(dir: string, count: number): Promise<Row[]> {
  const db = openRaw(dir);
  const start = performance.now();
  for (let at = 0; at < count; at += 1000) {
    db.transactionSync(() => {
      for (let i = at; i < at + 1000; i++) db.putSync(i, VALUE.subarray(0, 700));
    });
  }
  const filled = performance.now();
  for (let i = 0; i < 20_000; i++) db.get((i * 7919) % count);
  const read = performance.now();
  await db.close();
  return [
    row(`LMDB solo: put en tandas de 1000, hasta ${count}`, (count / (filled - start)) * 1000, 'doc/s'),
    row(`LMDB solo: get con ${count}`, (20_000 / (read - filled)) * 1000, '/s'),
  ];
}

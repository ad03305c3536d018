import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { connect } from '../../api/base/store/connect';
import { openStore } from '../../api/base/store/open-store';
import { join } from 'node:path';
import { rawCommits } from './raw-lmdb';
import { inParallel, latencies, row, type Row } from './row';

const document = (i: number) => ({
  _id: `d${i}`,
  n: i,
  texto: 'La lámpara de la esquina no sirve. '.repeat(20),
});

/** The embedded store through the real driver, beside LMDB alone on the same disk in the same run. */
export async function runStoreBench(dir: string): Promise<Row[]> {
  const ceiling = await rawCommits(dir);
  const workerFile = join(__dirname, 'store-worker.cjs');
  const options = {
    dataDir: dir,
    mode: 'serve',
    thread: 'worker',
    logger: silentLogger,
    workerFile,
  } as const;
  const store = valueOf(await openStore(options));
  const connection = await connect(store, { logger: silentLogger });
  const collection = connection.collection<ReturnType<typeof document>>('banco');
  await collection.createIndex({ n: 1 });
  let next = 0;
  const rows: Row[] = [ceiling];
  for (const width of [1, 8, 32, 100]) {
    const run = await inParallel(width, width * 100 + 300, () => collection.insertOne(document(next++)));
    rows.push(row(`almacén: insertOne, ${width} a la vez`, run.perSecond, '/s'));
    rows.push(...latencies(`almacén: insertOne, ${width} a la vez`, run.samples));
  }
  const bulk = await inParallel(1, 10, () =>
    collection.insertMany(Array.from({ length: 1_000 }, () => document(next++))),
  );
  rows.push(row('almacén: insertMany de 1.000', bulk.perSecond * 1_000, 'documentos/s'));
  const find = await inParallel(1, 2_000, (i) => collection.findOne({ _id: `d${(i * 7919) % next}` }));
  rows.push(
    row('almacén: findOne por _id', find.perSecond, '/s'),
    ...latencies('almacén: findOne', find.samples),
  );
  const update = await inParallel(1, 500, (i) => collection.updateOne({ _id: `d${i}` }, { $inc: { n: 1 } }));
  rows.push(
    row('almacén: updateOne', update.perSecond, '/s'),
    ...latencies('almacén: updateOne', update.samples),
  );
  await connection.close();
  await store.close();
  return rows;
}

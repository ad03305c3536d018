import { join } from 'node:path';
import { MongoClient, type Collection } from 'mongodb';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';
import { rawCommits } from './raw-lmdb';
import { inParallel, latencies, row, type Row } from './row';

interface Fila {
  _id: string;
  clave: string;
  entidad: string;
  n: number;
  texto: string;
}

const TEXT = 'El poste de luz de la carrera 7 con calle 11 está apagado. '.repeat(12);
const fila = (name: string): Fila => ({
  _id: name,
  clave: `k-${name}`,
  entidad: 'candelaria',
  n: 0,
  texto: TEXT,
});

async function writers(filas: Collection<Fila>, width: number): Promise<Row[]> {
  const total = 1_000 + width * 20;
  const { samples, perSecond } = await inParallel(width, total, (i) =>
    filas.insertOne(fila(`w${width}-${i}`)),
  );
  const name = `almacén: insertOne, ${width} a la vez`;
  return [row(name, perSecond, '/s'), ...latencies(name, samples)];
}

async function batches(filas: Collection<Fila>, size: number, times: number): Promise<Row> {
  const start = performance.now();
  for (let batch = 0; batch < times; batch++) {
    await filas.insertMany(
      Array.from({ length: size }, (_, i) => fila(`m${size}-${batch}-${i}`)),
      { ordered: true },
    );
  }
  return row(
    `almacén: insertMany de ${size}`,
    ((size * times) / (performance.now() - start)) * 1000,
    'doc/s',
  );
}

async function single(
  name: string,
  total: number,
  width: number,
  work: (i: number) => Promise<unknown>,
): Promise<Row[]> {
  const { samples, perSecond } = await inParallel(width, total, work);
  return [row(name, perSecond, '/s'), ...latencies(name, samples)];
}

/** The longest this thread waited for its turn while the store looks through everything. */
async function longestPause(filas: Collection<Fila>): Promise<Row> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  await filas.countDocuments({ texto: { $regex: 'no aparece$' } });
  clearInterval(timer);
  return row('almacén: pausa más larga de la aplicación en una búsqueda sin índice', longest, 'ms');
}

/** Figures of the store through the real driver, in a thread as in production, beside LMDB alone. */
export async function runStoreBench(dir: string): Promise<Row[]> {
  const ceiling = await rawCommits(dir);
  const workerFile = join(__dirname, 'store-worker.cjs');
  const store = valueOf(
    await openStore({ dataDir: dir, mode: 'serve', thread: 'worker', logger: silentLogger, workerFile }),
  );
  const client = await MongoClient.connect(store.uri);
  const filas = client.db().collection<Fila>('filas');
  try {
    await filas.createIndexes([
      { key: { entidad: 1, clave: 1 }, unique: true },
      { key: { entidad: 1, n: 1 } },
      { key: { entidad: 1, texto: 1 }, partialFilterExpression: { n: { $gt: 0 } } },
      { key: { clave: 1 } },
      { key: { n: 1, clave: 1 } },
    ]);
    // The first inserts warm the code up and are not counted.
    await batches(filas, 50, 20);
    const rows = [ceiling];
    for (const width of [1, 8, 32, 100]) rows.push(...(await writers(filas, width)));
    rows.push(await batches(filas, 1000, 20));
    rows.push(await batches(filas, 64, 100));
    rows.push(
      ...(await single('almacén: findOne por _id', 3_000, 1, (i) =>
        filas.findOne({ _id: `m1000-0-${i % 1000}` }),
      )),
    );
    const update = (i: number) => filas.updateOne({ _id: `m1000-0-${i % 1000}` }, { $inc: { n: 1 } });
    rows.push(...(await single('almacén: updateOne', 1_000, 1, update)));
    rows.push(...(await single('almacén: updateOne, 32 a la vez', 3_000, 32, update)));
    rows.push(await longestPause(filas));
    return rows;
  } finally {
    await client.close();
    await store.close();
  }
}

import { join } from 'node:path';
import { MongoClient, type Collection } from 'mongodb';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';
import { inParallel, latencies, row, type Row } from './row';

/** A document about as large as a small case. */
export interface Fila {
  _id: string;
  clave: string;
  entidad: string;
  /** From 0 to 99. */
  grupo: number;
  n: number;
  texto: string;
}

const TEXT = 'El poste de luz de la carrera 7 con calle 11 está apagado. '.repeat(10);

export const fila = (name: string, i = 0): Fila => ({
  _id: name,
  clave: `k-${name}`,
  entidad: 'candelaria',
  grupo: i % 100,
  n: 0,
  texto: TEXT,
});

export interface Filas {
  readonly filas: Collection<Fila>;
  close(): Promise<void>;
}

/** The store in a thread, as in production, through the real driver. */
export async function openFilas(dir: string): Promise<Filas> {
  const workerFile = join(__dirname, 'store-worker.cjs');
  const store = valueOf(
    await openStore({ dataDir: dir, mode: 'serve', thread: 'worker', logger: silentLogger, workerFile }),
  );
  const client = await MongoClient.connect(store.uri);
  return {
    filas: client.db().collection<Fila>('filas'),
    async close() {
      await client.close();
      await store.close();
    },
  };
}

/** An operation so many times, `width` at once: how many a second and how long each took. */
export async function timed(
  name: string,
  total: number,
  width: number,
  work: (i: number) => Promise<unknown>,
): Promise<Row[]> {
  const { samples, perSecond } = await inParallel(width, total, work);
  return [row(name, perSecond, '/s'), ...latencies(name, samples)];
}

/** One thing that takes long, in milliseconds. */
export async function once(name: string, work: () => Promise<unknown>): Promise<Row> {
  const start = performance.now();
  await work();
  return row(name, performance.now() - start, 'ms');
}

/** The longest that this thread waited for its turn while something ran. */
export async function longestPause(name: string, work: () => Promise<unknown>): Promise<Row> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  await work();
  clearInterval(timer);
  return row(name, longest, 'ms');
}

import { rawCommits, rawPuts } from './raw-lmdb';
import { row, type Row } from './row';
import { fila, type Filas, openFilas, timed } from './store-rows';

const WIDTHS = [1, 8, 32, 100];
const KNOWN = 20_000;

async function batches({ filas }: Filas, size: number, times: number): Promise<Row> {
  const start = performance.now();
  for (let batch = 0; batch < times; batch++) {
    await filas.insertMany(
      Array.from({ length: size }, (_, i) => fila(`m${size}-${batch}-${i}`, i)),
      { ordered: true },
    );
  }
  const seconds = (performance.now() - start) / 1000;
  return row(`almacén: insertMany de ${size}`, (size * times) / seconds, 'doc/s');
}

/** What citizens and clerks wait for, so many at once, beside durable puts of LMDB alone. */
async function atWidth({ filas }: Filas, dir: string, width: number): Promise<Row[]> {
  const total = 1_000 + width * 20;
  const known = (i: number) => ({ _id: `m1000-${i % 20}-${(i * 7) % 1000}` });
  const raise = { $inc: { n: 1 } };
  const name = (what: string) => `almacén: ${what}, ${width} a la vez`;
  return [
    ...(await rawPuts(dir, width)),
    ...(await timed(name('insertOne'), total, width, (i) => filas.insertOne(fila(`w${width}-${i}`, i)))),
    ...(await timed(name('findOne por _id'), total, width, (i) => filas.findOne(known(i)))),
    ...(await timed(name('updateOne'), total, width, (i) => filas.updateOne(known(i), raise))),
    ...(await timed(name('findOneAndUpdate'), total, width, (i) => filas.findOneAndUpdate(known(i), raise))),
  ];
}

/** Figures of the store through the real driver, in a thread as in production, beside LMDB alone. */
export async function runStoreBench(dir: string): Promise<Row[]> {
  const ceiling = await rawCommits(dir);
  const opened = await openFilas(dir);
  try {
    await opened.filas.createIndexes([
      { key: { entidad: 1, clave: 1 }, unique: true },
      { key: { entidad: 1, grupo: 1 } },
      { key: { entidad: 1, n: 1 }, partialFilterExpression: { n: { $gt: 1_000_000 } } },
    ]);
    // The first inserts warm the code up and are not counted.
    await batches(opened, 50, 20);
    const rows = [ceiling, await batches(opened, 1000, KNOWN / 1000), await batches(opened, 64, 100)];
    for (const width of WIDTHS) rows.push(...(await atWidth(opened, dir, width)));
    return rows;
  } finally {
    await opened.close();
  }
}

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rawSize } from './raw-lmdb';
import { row, type Row } from './row';
import { fila, type Filas, longestPause, once, openFilas, timed } from './store-rows';

async function fill({ filas }: Filas, count: number): Promise<Row> {
  const start = performance.now();
  for (let at = 0; at < count; at += 1000)
    await filas.insertMany(Array.from({ length: 1000 }, (_, i) => fila(`f${at + i}`, at + i)));
  const seconds = (performance.now() - start) / 1000;
  return row(`con ${count}: carga, insertMany de 1000 con dos índices`, count / seconds, 'doc/s');
}

/** Work by an index: it should not care about the size. */
async function byIndex({ filas }: Filas, count: number): Promise<Row[]> {
  const some = (i: number) => (i * 7919) % count;
  const name = (what: string) => `con ${count}: ${what}`;
  const page = { entidad: 'candelaria', grupo: 7 };
  return [
    ...(await timed(name('findOne por _id'), 2_000, 1, (i) => filas.findOne({ _id: `f${some(i)}` }))),
    ...(await timed(name('findOne por campo único'), 2_000, 1, (i) =>
      filas.findOne({ entidad: 'candelaria', clave: `k-f${some(i)}` }),
    )),
    ...(await timed(name('igualdad y orden por índice, 20 filas'), 500, 1, () =>
      filas.find(page).sort({ clave: 1 }).limit(20).toArray(),
    )),
    ...(await timed(name('insertOne'), 500, 1, (i) => filas.insertOne(fila(`n${i}`, i)))),
    ...(await timed(name('updateOne'), 500, 1, (i) =>
      filas.updateOne({ _id: `f${some(i)}` }, { $inc: { n: 1 } }),
    )),
    await once(name('contar el 1 % por índice'), () => filas.countDocuments(page)),
  ];
}

/** Work that looks at everything. */
async function wholeCollection({ filas }: Filas, count: number): Promise<Row[]> {
  const name = (what: string) => `con ${count}: ${what}`;
  const scan = () => filas.countDocuments({ texto: { $regex: 'no aparece$' } });
  const group = [{ $group: { _id: '$grupo', n: { $sum: 1 } } }];
  return [
    await once(name('buscar sin índice'), scan),
    await longestPause(name('pausa más larga de la aplicación mientras se busca sin índice'), scan),
    await once(name('$group de toda la colección'), () => filas.aggregate(group).toArray()),
    await once(name('createIndex'), () => filas.createIndex({ n: 1 })),
  ];
}

async function atSize(dir: string, count: number): Promise<Row[]> {
  mkdirSync(dir);
  const rows = await rawSize(dir, count);
  const opened = await openFilas(dir);
  await opened.filas.createIndexes([
    { key: { entidad: 1, clave: 1 }, unique: true },
    { key: { entidad: 1, grupo: 1, clave: 1 } },
  ]);
  rows.push(
    await fill(opened, count),
    ...(await byIndex(opened, count)),
    ...(await wholeCollection(opened, count)),
  );
  await opened.close();
  let again: Filas | undefined;
  rows.push(
    await once(`con ${count}: abrir de nuevo y conectar`, async () => (again = await openFilas(dir))),
  );
  await again?.filas.drop();
  await again?.close();
  const bytes = statSync(join(dir, 'store/data.mdb')).size;
  return [...rows, row(`con ${count}: archivo`, bytes / 1e6, 'MB')];
}

/** The store at a town's size and at a department's, in a thread, through the real driver, beside LMDB alone. */
export async function runStoreSizeBench(dir: string): Promise<Row[]> {
  const small = await atSize(join(dir, 'cien-mil'), 100_000);
  return [...small, ...(await atSize(join(dir, 'millon'), 1_000_000))];
}

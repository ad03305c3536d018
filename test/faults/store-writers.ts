// A program that the kill test starts and kills: many writers on the real driver, each telling what it is about to do and
// what was acknowledged. A line is written to the pipe before the next step begins.
import { type Collection, MongoClient } from 'mongodb';
import { createLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';

const WRITERS = 16;
const COUNTERS = 4;

interface Row {
  _id: string;
  clave?: string;
  etiquetas?: string[];
  n: number;
}

export interface Told {
  readonly done: boolean;
  readonly op: 'put' | 'delete' | 'inc';
  readonly id: string;
  readonly n: number;
}

// On Linux writing to a pipe is done when the call returns.
const tell = (line: Told): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function told(line: Omit<Told, 'done'>, work: () => Promise<unknown>): Promise<void> {
  tell({ ...line, done: false });
  await work();
  tell({ ...line, done: true });
}

async function insertUpdateDelete(rows: Collection<Row>, name: string): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `${name}-${i}`;
    const row = { _id: id, clave: id, etiquetas: [`e${i % 7}`, `f${i % 3}`], n: 0 };
    await told({ op: 'put', id, n: 0 }, () => rows.insertOne(row));
    const change = { $set: { n: 1, etiquetas: [`g${i % 5}`] } };
    if (i % 2 === 0) await told({ op: 'put', id, n: 1 }, () => rows.updateOne({ clave: id }, change));
    if (i % 3 === 0) await told({ op: 'delete', id, n: 0 }, () => rows.deleteOne({ _id: id }));
  }
}

async function increment(rows: Collection<Row>, writer: number): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `contador-${(writer + i) % COUNTERS}`;
    await told({ op: 'inc', id, n: 1 }, () =>
      rows.updateOne({ _id: id }, { $inc: { n: 1 }, $setOnInsert: { clave: id } }, { upsert: true }),
    );
  }
}

async function main(): Promise<void> {
  const [dataDir = '', run = '', workerFile] = process.argv.slice(2);
  const store = valueOf(
    await openStore({ dataDir, mode: 'serve', thread: 'worker', logger: createLogger(), workerFile }),
  );
  const client = await MongoClient.connect(store.uri);
  const rows = client.db().collection<Row>('filas');
  await rows.createIndex({ clave: 1 }, { unique: true });
  await rows.createIndex({ etiquetas: 1, n: -1 });
  await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) =>
      writer % 4 === 3 ? increment(rows, writer) : insertUpdateDelete(rows, `${run}-${writer}`),
    ),
  );
}

void main().catch((cause: unknown) => {
  process.stderr.write(`${String(cause)}\n`);
  process.exit(1);
});

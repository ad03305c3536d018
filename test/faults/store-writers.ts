// A program that the tests start and kill: many writers on the real driver, each telling what it is about to do and what
// was acknowledged, while indexes are built and dropped, collections dropped and expired rows swept. A line is written to
// the pipe before the next step begins. Arguments: data folder, name of the run, worker, acknowledgements after which it
// ends at once (never, when absent).
import { type Collection, MongoClient } from 'mongodb';
import { createLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';
import { ROWS } from './inspect-store';
import type { Told } from './known-writes';

const WRITERS = 16;
const COUNTERS = 4;
const SWEEP_MS = 20;

interface Row {
  _id: string;
  clave?: string;
  etiquetas?: string[];
  expira?: Date;
  n: number;
}

const [dataDir = '', run = '', workerFile, limit = 'Infinity'] = process.argv.slice(2);
let left = Number(limit);

// On Linux writing to a pipe is done when the call returns.
const tell = (line: Told): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function told<T>(line: Omit<Told, 'done'>, work: () => Promise<T>): Promise<void> {
  tell({ ...line, done: false });
  await work();
  tell({ ...line, done: true });
  left -= 1;
  if (left <= 0) process.exit(0);
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

async function expire(rows: Collection<Row>): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `${run}-vencida-${i}`;
    await told({ op: 'expire', id, n: 0 }, () =>
      rows.insertOne({ _id: id, clave: id, expira: new Date(), n: 0 }),
    );
  }
}

async function buildAndDropIndex(rows: Collection<Row>): Promise<void> {
  const indice = { op: 'put', id: 'indice:construido', n: 1 } as const;
  for (;;) {
    await told(indice, () => rows.createIndex({ n: 1, clave: -1 }, { name: 'construido' }));
    await told({ ...indice, op: 'delete' }, () => rows.dropIndex('construido'));
  }
}

async function fillAndDropCollection(client: MongoClient): Promise<void> {
  for (let i = 0; ; i++) {
    const name = `borrador-${run}-${i}`;
    const drafts = client.db().collection<{ n: number }>(name);
    const present = { op: 'put', id: `coleccion:${name}`, n: 1 } as const;
    await told(present, () => drafts.createIndex({ n: 1 }));
    await drafts.insertMany(Array.from({ length: 100 }, (_, n) => ({ n })));
    await told({ ...present, op: 'delete' }, () => drafts.drop());
  }
}

async function main(): Promise<void> {
  const logger = createLogger();
  const how = { mode: 'serve', thread: 'worker', sweepEveryMs: SWEEP_MS } as const;
  const store = valueOf(await openStore({ dataDir, logger, workerFile, ...how }));
  const client = await MongoClient.connect(store.uri);
  const rows = client.db().collection<Row>(ROWS);
  const index = (id: string) => ({ op: 'put', id: `indice:${id}`, n: 1 }) as const;
  await told(index('clave_1'), () => rows.createIndex({ clave: 1 }, { unique: true }));
  await told(index('etiquetas_1_n_-1'), () => rows.createIndex({ etiquetas: 1, n: -1 }));
  await told(index('expira_1'), () => rows.createIndex({ expira: 1 }, { expireAfterSeconds: 0 }));
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    writer % 4 === 3 ? increment(rows, writer) : insertUpdateDelete(rows, `${run}-${writer}`),
  );
  await Promise.all([...writers, expire(rows), buildAndDropIndex(rows), fillAndDropCollection(client)]);
}

void main().catch((cause: unknown) => {
  process.stderr.write(`${String(cause)}\n`);
  process.exit(1);
});

// A program that fills a small disk with a store and tells what it saw. It runs where the disk is mounted and starts the
// store as a process of its own. Arguments: kind of disk, its folder, program of the store, worker, and a file elsewhere for
// what the store says on standard error.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Collection, MongoClient } from 'mongodb';
import { ROWS } from './inspect-store';
import { KnownWrites } from './known-writes';
import { type Outcome, outcomeOf } from './kill-round';
import { limited } from './small-disk';
import { type StoreChild, startChild } from './store-child';
import type { Served } from './store-server';

const WRITERS = 16;
const KILLS = 4;
const TEXT = 'x'.repeat(30_000);

interface Row {
  _id: string;
  n: number;
  texto: string;
}

/** What it tells in the end. */
export interface Seen {
  /** Codes of the writes that failed, each once. */
  readonly codes: unknown[];
  readonly acknowledged: number;
  readonly readWhenFull: number;
  readonly foundByIndexWhenFull: number;
  readonly indexBuild: unknown;
  readonly indexesWhenFull: string[];
  /** What was read after each kill -9 on the full disk. */
  readonly readAfterKills: number[];
  readonly newFolder: Served | undefined;
  readonly writesWithRoom: number;
  readonly indexBuildWithRoom: unknown;
  /** Pages that LMDB wanted to write and the disk refused: each damages the memory of the process. */
  readonly refusedPages: number;
  readonly outcome: Outcome;
}

const [kind = '', disk = '', serverProgram = '', workerFile = '', said = ''] = process.argv.slice(2);
const dataDir = join(disk, 'datos');
const ballast = join(disk, 'lastre');
const known = new KnownWrites();
/** LMDB tells standard error of every page that was refused. */
const HEARD = ['sh', '-c', 'said="$1"; shift; exec "$@" 2>>"$said"', 'sh', said];
const countRefused = (): number => readFileSync(said, 'utf8').split('Write error').length - 1;

interface Serving {
  readonly child: StoreChild<Served>;
  readonly client: MongoClient;
  readonly rows: Collection<Row>;
}

async function serve(full: boolean): Promise<Serving> {
  const through = full && kind === 'ulimit' ? [...HEARD, ...limited()] : HEARD;
  const child = startChild<Served>(serverProgram, [dataDir, workerFile], () => {}, through);
  const served = await child.told(() => true);
  if (!('uri' in served)) throw new Error(`the store does not open: ${String(served.refused)}`);
  const client = await MongoClient.connect(served.uri);
  return { child, client, rows: client.db().collection<Row>(ROWS) };
}

async function stop({ client, child }: Serving): Promise<void> {
  await client.close();
  await child.kill();
}

const codeOf = (cause: unknown): unknown => (cause as { code?: unknown }).code ?? String(cause);

/** A row, and what is known of it: a write that failed did not happen. */
async function insert(rows: Collection<Row>, id: string, text = ''): Promise<unknown> {
  try {
    await rows.insertOne({ _id: id, n: 1, texto: `${id} ${text}` });
    known.hear({ op: 'put', id, n: 1, done: true });
    return undefined;
  } catch (cause) {
    known.hear({ op: 'delete', id, n: 0, done: false });
    return codeOf(cause);
  }
}

/** Writers at once, each until it is refused. */
async function fill(rows: Collection<Row>, name: string, text: string): Promise<unknown[]> {
  const lanes = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let i = 0; i < 10_000; i++) {
      const code = await insert(rows, `${name}-${writer}-${i}`, text);
      if (code !== undefined) return code;
    }
    return 'never full';
  });
  return [...new Set(await Promise.all(lanes))];
}

const buildIndex = (rows: Collection<Row>): Promise<unknown> =>
  rows.createIndex({ texto: 1 }, { name: 'texto' }).catch(codeOf);

async function openElsewhere(): Promise<Served | undefined> {
  // Full to the last page, so that not even an empty store has room.
  fillFile(join(disk, 'resto'));
  const child = startChild<Served>(serverProgram, [join(disk, 'otra'), workerFile], () => {}, HEARD);
  const served = await child.told(() => true).catch(() => undefined);
  await child.kill();
  return served;
}

/** Writes a file for as long as there is room. */
function fillFile(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' });
  } catch {
    // No room is left, as wanted.
  }
}

async function main(): Promise<Seen> {
  if (kind === 'tmpfs') writeFileSync(ballast, Buffer.alloc(2 ** 24));
  let serving = await serve(true);
  await serving.rows.createIndex({ n: 1 }, { name: 'n' });
  known.hear({ op: 'put', id: 'indice:n', n: 1, done: true });
  // First long rows, then short ones, until not even those find a place.
  const codes = [...(await fill(serving.rows, 'a', TEXT)), ...(await fill(serving.rows, 'b', ''))];
  const acknowledged = known.acknowledged - 1;
  const readWhenFull = (await serving.rows.find().toArray()).length;
  const foundByIndexWhenFull = (await serving.rows.find({ n: 1 }).hint('n').toArray()).length;
  if (kind === 'tmpfs') writeFileSync(ballast, Buffer.alloc(2 ** 24 - 2 ** 18));
  const indexBuild = await buildIndex(serving.rows);
  if (kind === 'tmpfs') fillFile(ballast);
  const indexesWhenFull = (await serving.rows.indexes()).map(({ name }) => name ?? '');
  const readAfterKills: number[] = [];
  for (let kills = 0; kills < KILLS; kills++) {
    await stop(serving);
    if (kind === 'tmpfs') fillFile(ballast);
    serving = await serve(true);
    readAfterKills.push((await serving.rows.find().toArray()).length);
  }
  const newFolder = kind === 'tmpfs' ? await openElsewhere() : undefined;
  for (const file of [ballast, join(disk, 'resto')]) rmSync(file, { force: true });
  if (kind === 'ulimit') {
    await stop(serving);
    serving = await serve(false);
  }
  const after = await Promise.all(
    Array.from({ length: WRITERS }, (_, i) => insert(serving.rows, `c-${i}`, TEXT)),
  );
  const writesWithRoom = after.filter((code) => code === undefined).length;
  const indexBuildWithRoom = await serving.rows.createIndex({ n: -1 }, { name: 'otro' }).catch(codeOf);
  known.hear({ op: 'put', id: 'indice:otro', n: 1, done: true });
  await stop(serving);
  const outcome = await outcomeOf(join(dataDir, 'store'), known);
  const full = { readWhenFull, foundByIndexWhenFull, indexBuild, indexesWhenFull, readAfterKills, newFolder };
  const refusedPages = countRefused();
  return { codes, acknowledged, ...full, writesWithRoom, indexBuildWithRoom, refusedPages, outcome };
}

void main().then(
  (seen) => process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0)),
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
    process.exit(1);
  },
);

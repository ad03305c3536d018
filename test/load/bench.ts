import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { readConfig } from '../../api/config';
import { openInstallation } from '../../api/installation';
import { openOffice, type Office } from '../../api/office';
import { loadContent } from '../../content/load-content';
import { builderbotBench } from './builderbot.bench';
import { chatWebBench } from './chat-web.bench';
import { atSize, filingBench } from './filing.bench';
import { rawCommits } from './raw-lmdb';
import { pagesBench } from './pages.bench';
import { row, type Row } from './row';
import { intakeBench } from './intake.bench';
import { ownChild } from './own-child';
import { startBench } from './start.bench';
import { runStoreBench } from './store.bench';
import { runStoreSizeBench } from './store-size.bench';
import { endToEnd } from './end-to-end.bench';
import { atEighty, millionRepeated, thousandForAMinute } from './whatsapp.bench';
import { runTurnBench } from './turns.bench';

/**
 * `npm run bench -- [--json FILE] [--solo PART,PART]`: prints figures and writes them as JSON. The parts are in PARTS;
 * almacen-tamano (a million documents) and whatsapp-mil take several minutes. Everything is measured in one run, beside
 * the machine's own ceiling.
 */
const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

const ROOT = join(__dirname, '..');
const only = option('--solo')?.split(',');

async function withOffice<T>(dir: string, use: (office: Office) => Promise<T>): Promise<T> {
  const config = valueOf(readConfig({ DATA_DIR: dir }));
  const content = valueOf(loadContent(join(ROOT, 'content')));
  const workerFile = join(ROOT, '.build/store-worker.cjs');
  const deps = {
    config,
    disk: { ok: true, value: content },
    clock: systemClock,
    logger: silentLogger,
    mode: 'serve',
    workerFile,
  } as const;
  const installation = valueOf(await openInstallation(deps));
  try {
    return await use(await openOffice(installation));
  } finally {
    await installation.close();
  }
}

async function filing(dir: string): Promise<Row[]> {
  const before = await rawCommits(dir);
  const rows = await withOffice(dir, (office) => filingBench(office, 6_000));
  // A shared disk changes speed in the middle of a run: the better of the two is the ceiling.
  const after = await rawCommits(dir);
  const ceiling = after.valor > before.valor ? after : before;
  const rate = rows.find(({ nombre }) => nombre === 'radicar, 64 a la vez')?.valor ?? 0;
  return [ceiling, ...rows, row('radicar, 64 a la vez ÷ LMDB solo', rate / ceiling.valor, '×')];
}

async function sizes(dir: string): Promise<Row[]> {
  return withOffice(dir, async (office) => [
    ...(await atSize(office, 1_000)),
    ...(await atSize(office, 100_000)),
  ]);
}

const PARTS: Readonly<Record<string, (dir: string) => Promise<Row[]>>> = {
  arranque: startBench,
  almacen: runStoreBench,
  'almacen-tamano': runStoreSizeBench,
  radicar: filing,
  entrada: intakeBench,
  turnos: runTurnBench,
  builderbot: builderbotBench,
  'chat-web': chatWebBench,
  paginas: pagesBench,
  tamano: sizes,
  'whatsapp-80': (dir) => atEighty(dir, '0'),
  'whatsapp-80-espera': (dir) => atEighty(dir, undefined),
  'whatsapp-punta': (dir) => endToEnd(dir, false),
  'whatsapp-punta-estados': (dir) => endToEnd(dir, true),
  'whatsapp-mil': thousandForAMinute,
  'whatsapp-repetidos': millionRepeated,
};

async function main(): Promise<void> {
  const [first, stores = '', width, conversations] = args;
  if (first === '--hijo') return ownChild(stores, Number(width), Number(conversations));
  const all: Row[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (only && !only.includes(name)) continue;
    mkdirSync(join(ROOT, '.build'), { recursive: true });
    const dir = mkdtempSync(join(ROOT, '.build/banco-'));
    try {
      const rows = await part(dir);
      for (const { nombre, valor, unidad } of rows) {
        process.stdout.write(`${nombre.padEnd(64)} ${String(valor).padStart(12)} ${unidad}\n`);
      }
      all.push(...rows);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  const file = option('--json');
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  const machine = {
    cpu: cpus()[0]?.model,
    nucleos: cpus().length,
    memoria: totalmem(),
    node: process.version,
  };
  writeFileSync(
    file,
    `${JSON.stringify({ en: systemClock.now(), maquina: machine, filas: all }, null, 2)}\n`,
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
    process.exit(1);
  },
);

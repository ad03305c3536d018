import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';

const ROOT = join(__dirname, '../..');
const FOLDER = join(__dirname, 'resultados');

/** Figures of one long run, by name. */
type Figures = Readonly<Record<string, number>>;

interface Ledger {
  /** Sums of all runs. */
  readonly total: Figures;
  readonly runs: readonly Run[];
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const versionOf = (file: string): string =>
  (JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { version: string }).version;

/** What was run, when and on what. */
function circumstances() {
  return {
    date: systemClock.now().toISOString(),
    program: versionOf('package.json'),
    commit: commit(),
    lmdb: versionOf('node_modules/lmdb/package.json'),
    node: process.version,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}`,
  };
}

/** As the run began: what is committed meanwhile was not run. */
const CIRCUMSTANCES = circumstances();

type Run = Readonly<Record<string, unknown>>;

function totalOf(runs: readonly Run[]): Figures {
  const total: Record<string, number> = { runs: runs.length };
  for (const run of runs)
    for (const [key, value] of Object.entries(run))
      if (typeof value === 'number') total[key] = (total[key] ?? 0) + value;
  return total;
}

/**
 * Writes this run, as far as it has come, into the ledger `resultados/<name>.json`, which is committed: the sum of all runs
 * is what is claimed.
 */
export function noteInLedger(name: string, figures: Figures): void {
  const file = join(FOLDER, `${name}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger).runs : [];
  const others = before.filter(({ date }) => date !== CIRCUMSTANCES.date);
  const runs = [...others, { ...CIRCUMSTANCES, ...figures }];
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ total: totalOf(runs), runs } satisfies Ledger, null, 2)}\n`);
}

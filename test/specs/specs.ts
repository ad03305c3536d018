import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import type { Ended } from './ending';
import { openGround } from './ground';
import { failures, reportOf, withReport } from './report';
import { runFile } from './run-file';
import { parseSpecFile } from './spec-file';

/**
 * `npm run specs -- DIR [FILE…]`: runs the drivers' CRUD files of a folder through the real driver on the embedded store.
 * All of them: their table is printed and written into DECISIONS.md. Some of them, by their names: it is only printed.
 * Ends with 1 when a test fails.
 */
const PAGE = join(__dirname, '../DECISIONS.md');

function write(report: string): void {
  const page = withReport(readFileSync(PAGE, 'utf8'), report);
  if (page === undefined) throw new Error('DECISIONS.md has no place for the table');
  writeFileSync(PAGE, page);
}

async function run(folder: string, names: readonly string[]): Promise<{ ended: Ended[]; about: string }> {
  const ground = await openGround();
  try {
    const ended: Ended[] = [];
    for (const name of names) {
      const file = parseSpecFile(readFileSync(join(folder, name), 'utf8'));
      ended.push(...(await runFile(ground, basename(name, '.json'), file)));
    }
    const day = systemClock.now().toISOString().slice(0, 10);
    const { version: driver } = JSON.parse(readFileSync(require.resolve('mongodb/package.json'), 'utf8')) as {
      version: string;
    };
    const about = `${day}: ${ended.length} tests of ${names.length} files, mongodb ${driver} on the embedded store as server ${ground.server.version}, ${ground.server.topology}.`;
    return { ended, about };
  } finally {
    await ground.close();
  }
}

async function main(): Promise<number> {
  const [folder, ...only] = process.argv.slice(3);
  if (folder === undefined) {
    process.stderr.write('npm run specs -- DIR [FILE…]\n');
    return 1;
  }
  const all = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (all.length === 0) throw new Error(`${folder} has no files to run`);
  const names = only.length > 0 ? only.map((name) => `${basename(name, '.json')}.json`) : all.toSorted();
  const { ended, about } = await run(folder, names);
  const report = reportOf(ended, about);
  process.stdout.write(`${report}\n`);
  if (only.length === 0) write(report);
  return failures(ended).length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
    process.exit(1);
  },
);

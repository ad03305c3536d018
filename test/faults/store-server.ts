// A program that only serves a data folder, in its thread, until it is killed. Arguments: data folder, worker.
import { createLogger } from '../../api/base/kernel/logger';
import { openStore } from '../../api/base/store/open-store';

/** What it tells: where it serves, or why it does not. */
export type Served = { readonly uri: string } | { readonly refused: unknown };

const [dataDir = '', workerFile] = process.argv.slice(2);

async function main(): Promise<void> {
  const how = { mode: 'serve', thread: 'worker' } as const;
  const opened = await openStore({ dataDir, workerFile, logger: createLogger(), ...how });
  const line: Served = opened.ok ? { uri: opened.value.uri } : { refused: opened.failure.detail?.motivo };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (!opened.ok) process.exit(0);
}

void main();
// Keeps the process alive until it is killed.
process.stdin.resume();

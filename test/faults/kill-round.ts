import { join } from 'node:path';
import { Engine } from '../../api/base/store/embedded/storage/engine';
import { type Found, inspectStore } from './inspect-store';
import type { KnownWrites, Told } from './known-writes';
import type { Bundled } from './store-bundle';
import { startChild } from './store-child';

/** When a run is killed: so many acknowledgements later, or so many milliseconds after it was started. */
export type KillAt = { readonly acknowledgements: number } | { readonly milliseconds: number };

/** How the store was found after a kill. */
export interface Outcome {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly unasked: readonly string[];
  readonly corrupt: readonly string[];
  readonly brokenOff: Found['brokenOff'];
}

/** Opens a store as after a crash and compares it with what is known. */
export async function outcomeOf(folder: string, known: KnownWrites): Promise<Outcome> {
  const engine = new Engine(folder);
  let found: Found;
  try {
    found = await inspectStore(engine);
  } finally {
    await engine.close();
  }
  const { rows, faults, brokenOff } = found;
  return { acknowledged: known.acknowledged, corrupt: faults, brokenOff, ...known.faultsOf(rows) };
}

/** Starts the writers on a data folder, kills them with signal 9 in the middle, and looks at what is on the disk. */
export async function killRound(
  { program, workerFile }: Bundled,
  { dataDir, run, known, at }: { dataDir: string; run: string; known: KnownWrites; at: KillAt },
): Promise<Outcome> {
  const goal = 'acknowledgements' in at ? known.acknowledged + at.acknowledgements : Infinity;
  const child = startChild<Told>(program, [dataDir, run, workerFile], (line) => {
    known.hear(line);
    if (known.acknowledged >= goal) child.process.kill('SIGKILL');
  });
  const timer = 'milliseconds' in at && setTimeout(() => child.process.kill('SIGKILL'), at.milliseconds);
  await child.ended;
  if (timer) clearTimeout(timer);
  if (child.process.exitCode) throw new Error(`the writers ended by themselves: ${child.process.exitCode}`);
  return outcomeOf(join(dataDir, 'store'), known);
}

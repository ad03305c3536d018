import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, ifThere } from '../../base/anexos/durable-files';
import type { Clock } from '../../base/kernel/clock';
import type { FallaDeFila, LoteRadicados } from '../document-management';
import { type Leidos, readRadicados } from '../read-radicados';
import { syncSharedFolder, writeSharedFile } from './shared-folder';

export interface EntradaDeps {
  readonly dir: string;
  readonly clock: Clock;
  /** What is written beside a file that was not taken. */
  readonly explain: (nombre: string, fallas: readonly FallaDeFila[]) => string;
}

/** Taken out of the town's hands: what it leaves later under the same name is another file. */
const CLAIMED = '.en-proceso-';
const CSV = /\.csv$/i;
/** Saved by a spreadsheet in another format: told, not passed over. */
const OTHER_SHEET = /^(?!~\$).*\.(xlsx?|xlsm|ods|txt)$/i;

/**
 * The files of official numbers that the town left. A file is taken when two looks in a row find it the same: one that is
 * still being copied waits. Those that a death left half taken come first.
 */
export function createEntrada(deps: EntradaDeps): () => AsyncIterable<LoteRadicados> {
  let seen: ReadonlyMap<string, string> = new Map();
  return async function* () {
    const names = await filesIn(deps.dir);
    const before = seen;
    seen = await looksOf(deps.dir, names);
    for (const name of names.filter((one) => one.startsWith(CLAIMED))) yield lotOf(deps, name);
    for (const [name, look] of seen) {
      if (before.get(name) !== look) continue;
      const claimed = `${CLAIMED}${stamp(deps.clock.now())}-${name}`;
      await rename(join(deps.dir, name), join(deps.dir, claimed));
      await syncSharedFolder(deps.dir);
      yield lotOf(deps, claimed);
    }
  };
}

async function filesIn(dir: string): Promise<string[]> {
  const found = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}

async function looksOf(dir: string, names: readonly string[]): Promise<Map<string, string>> {
  const looks = new Map<string, string>();
  for (const name of names) {
    if (name.startsWith('.') || !(CSV.test(name) || OTHER_SHEET.test(name))) continue;
    const found = await ifThere(stat(join(dir, name)));
    if (found) looks.set(name, `${found.size} ${found.mtimeMs}`);
  }
  return looks;
}

/** `20261124-140000`, in UTC: names in order of time, good for any system. */
const stamp = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

async function lotOf({ dir, explain }: EntradaDeps, claimed: string): Promise<LoteRadicados> {
  const nombre = claimed.slice(CLAIMED.length);
  const settle = async (folder: string) => {
    await rename(join(dir, claimed), join(dir, folder, nombre));
    await syncSharedFolder(join(dir, folder));
    await syncSharedFolder(dir);
  };
  return {
    nombre,
    ...(await readLot(join(dir, claimed), nombre)),
    accept: () => settle('procesados'),
    async reject(fallas) {
      const reason = join(dir, 'rechazados', `${nombre}.motivo.txt`);
      // A death between the two leaves the reason written: the same is said again.
      await writeSharedFile(reason, explain(nombre, fallas)).catch((error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error;
      });
      await settle('rechazados');
    },
  };
}

async function readLot(path: string, nombre: string): Promise<Leidos> {
  if (!CSV.test(nombre)) return { filas: [], fallas: [{ linea: 1, motivo: 'NO_ES_CSV' }] };
  return readRadicados(await readFile(path));
}

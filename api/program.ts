import { join } from 'node:path';
import type { Io } from './admin/command';
import { systemClock } from './base/kernel/clock';
import type { Failure } from './base/kernel/failures';
import { createLogger, type Logger } from './base/kernel/logger';
import { openExistingKeys } from './base/sealing/key-folder';
import type { Keys } from './base/sealing/keys';
import { readConfig, type Config } from './config';
import { type Installation, openInstallation, openRestorePlace, type RestorePlace } from './installation';
import { type Checked, faultText } from '../content/content-fault';
import { loadContent, type Content } from '../content/load-content';

/** Exit codes that the supervising parent knows: another try would not change them. */
export const EXIT = { failed: 1, notOwner: 75, badConfiguration: 78 } as const;

/** The program runs from `.build`, beside the sources it was made of. */
export const FOLDERS = { build: __dirname, root: join(__dirname, '..') };
export const CONTENT_DIR = join(FOLDERS.root, 'content');
const WORKER = join(FOLDERS.build, 'store-worker.cjs');

/** Standard output for what was asked, standard error for the rest. */
export const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/** Ends the program after saying why, a fault a line. */
export function refuse(code: number, ...faults: readonly string[]): never {
  for (const fault of faults) io.err(fault);
  process.exit(code);
}

/** What stands in the content folder; its faults are told by file and line. */
export function readContent(): Checked<Content> {
  const content = loadContent(CONTENT_DIR);
  if (!content.ok) for (const fault of content.failure) io.err(faultText(fault));
  return content;
}

/** A text of the content on disk; its name when that content cannot be loaded. */
export const saidBy = (disk: Checked<Content>, key: string, values?: Record<string, string>): string =>
  disk.ok ? disk.value.texts(key, values) : key;

/** The configuration, or the end of the program with every fault by variable. */
export function openConfig(): Config {
  const config = readConfig();
  return config.ok ? config.value : refuse(EXIT.badConfiguration, ...config.failure);
}

/** The reasons that have words of their own in `content/textos/servidor.yaml`. */
const WHY: ReadonlySet<string> = new Set([
  'OTRO_PROCESO',
  'FORMATO_POSTERIOR',
  'CLAVES_DE_OTROS_DATOS',
  'CLAVES_DANADAS',
  'CLAVES_LEGIBLES_POR_OTROS',
  'CARPETA_DE_CLAVES_INACCESIBLE',
  'SIN_CLAVES',
  'RESTAURACION_SIN_TERMINAR',
]);

/** Keys and data, or the end of the program with the reason. */
export async function open(
  mode: 'serve' | 'attach-or-own',
  config: Config = openConfig(),
  disk: Checked<Content> = readContent(),
  logger: Logger = createLogger(),
): Promise<Installation> {
  // Only the server pays for a thread: what attaches, or owns for a moment, needs none.
  const workerFile = mode === 'serve' ? WORKER : undefined;
  const opened = await openInstallation({ config, disk, clock: systemClock, logger, mode, workerFile });
  return opened.ok ? opened.value : refuseOpening(opened.failure, config, disk);
}

function refuseOpening({ code, detail }: Failure, config: Config, disk: Checked<Content>): never {
  const motivo = String(detail?.['motivo'] ?? code);
  // Its faults were told; without content there are no words for the rest.
  if (!disk.ok) return refuse(EXIT.badConfiguration, motivo);
  const why = WHY.has(motivo) ? `servidor.falla.${motivo}` : 'servidor.falla.OTRA';
  return refuse(
    motivo === 'OTRO_PROCESO' ? EXIT.notOwner : EXIT.badConfiguration,
    disk.value.texts(why, { datos: config.dataDir, claves: config.clavesDir, motivo, ...detail }),
  );
}

/** What a command may open, each only when it needs it; what cannot be opened ends the program with the reason. */
export const openings = (config: Config, disk: Checked<Content>) => ({
  /** Keys and data, attached to the server when it runs. */
  open: () => open('attach-or-own', config, disk),
  /** The keys that are there, never made: a backup opens only with those it was made with. */
  oldKeys(): Keys {
    const keys = openExistingKeys(config.clavesDir);
    return keys.ok ? keys.value : refuseOpening(keys.failure, config, disk);
  },
  /** A place to restore into, for this process alone: a running server is in the way. */
  async openPlace(keys: Keys): Promise<RestorePlace> {
    const deps = { config, clock: systemClock, logger: createLogger() };
    const opened = await openRestorePlace(deps, keys);
    return opened.ok ? opened.value : refuseOpening(opened.failure, config, disk);
  },
});

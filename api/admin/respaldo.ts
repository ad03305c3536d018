import { resolve } from 'node:path';
import { z } from 'zod';
import type { Texts } from '../../content/texts';
import { fallaText, inWords } from './respaldo-in-words';
import { type Command, type Io, namedOptions } from './command';
import { folderFault } from '../respaldo/falla-respaldo';
import { keepNewest, sweepLeftBehind } from '../respaldo/keep-newest';
import { type Backup, type BackupDeps, writeBackup } from '../respaldo/write-backup';

interface Deps extends BackupDeps {
  readonly clavesDir: string;
  readonly texts: Texts;
}

const keepCount = z.coerce.number().int().min(1).max(9_999).optional();

/** `respaldo DIR [--conservar N]`: a new backup in a folder of DIR; 0 only when it was read back and everything is in it. */
export const createBackupCommand =
  (deps: Deps): Command =>
  async ([dir, ...rest], io) => {
    const options = namedOptions(rest, ['conservar']);
    const conservar = keepCount.safeParse(options?.get('conservar'));
    if (!dir || dir.startsWith('--') || !options || !conservar.success) {
      io.err(deps.texts('respaldo.uso'));
      return 2;
    }
    return backUp(deps, io, resolve(dir), conservar.data);
  };

async function backUp(deps: Deps, io: Io, dir: string, conservar?: number): Promise<number> {
  const { texts, clock, clavesDir } = deps;
  const start = clock.monotonic();
  const written = await writeBackup(deps, dir);
  if (!written.ok) {
    io.err(fallaText(texts, written.failure, { claves: clavesDir }));
    io.err(texts('respaldo.sinRespaldo'));
    return 1;
  }
  const { name, manifest } = written.value;
  const carpeta = resolve(dir, name);
  io.out(texts('respaldo.hecho', { carpeta, ...inWords(manifest, clock.monotonic() - start) }));
  io.err(texts('respaldo.claves', { claves: clavesDir }));
  const tidied = await tidy(deps, io, dir, name, conservar);
  return tellUnreadable(written.value, texts, io) && tidied ? 0 : 1;
}

/** The new one is good whatever happens here, but a disk that fills up has to be told. */
async function tidy(deps: Deps, io: Io, dir: string, newest: string, conservar?: number): Promise<boolean> {
  const { texts, clock, clavesDir } = deps;
  try {
    await sweepLeftBehind(dir, clock.now());
    const old = conservar === undefined ? [] : await keepNewest(deps, dir, newest, conservar);
    for (const name of old) io.out(texts('respaldo.borrado', { carpeta: resolve(dir, name) }));
    return true;
  } catch (cause) {
    const known = folderFault(cause, dir);
    if (!known) throw cause;
    io.err(fallaText(texts, known, { claves: clavesDir }));
    io.err(texts('respaldo.sinBorrar'));
    return false;
  }
}

/** The rest is saved, but somebody has to know: those attachments have to come from an older backup. */
function tellUnreadable({ ilegibles }: Backup, texts: Texts, io: Io): boolean {
  for (const sha256 of ilegibles) io.err(texts('respaldo.anexoIlegible', { sha256 }));
  return ilegibles.length === 0;
}

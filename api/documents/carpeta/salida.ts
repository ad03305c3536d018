import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, ifThere } from '../../base/anexos/durable-files';
import type { Clock } from '../../base/kernel/clock';
import { newId } from '../../base/kernel/ids';
import { localDate } from '../../base/kernel/local-date';
import { err, ok, type Result } from '../../base/kernel/result';
import type { Entregado, FallaEntrega, MotivoEntrega } from '../document-management';
import { nombreDePaquete, type Paquete } from '../paquete';
import { huellaOfWholeBag } from './read-bag';
import { makeSharedFolder, syncSharedFolder } from './shared-folder';
import { UnreadableAnexo, writeBag } from './write-bag';

const UNFINISHED = '.tmp-';

/** Nothing takes so long to write: what is older was left by a death. */
const LEFT_OVER_MS = 6 * 60 * 60_000;

/** What a folder answers when it does not take anything now. Anything else is a bug. */
export const FOLDER_FAULTS: Readonly<Record<string, MotivoEntrega>> = {
  ENOENT: 'SIN_CARPETA',
  ENOTDIR: 'SIN_CARPETA',
  ENOSPC: 'SIN_ESPACIO',
  EDQUOT: 'SIN_ESPACIO',
  EFBIG: 'SIN_ESPACIO',
  EROFS: 'SIN_PERMISO',
  EACCES: 'SIN_PERMISO',
  EPERM: 'SIN_PERMISO',
  EIO: 'NO_RESPONDE',
  ESTALE: 'NO_RESPONDE',
  ETIMEDOUT: 'NO_RESPONDE',
  ENXIO: 'NO_RESPONDE',
  ENODEV: 'NO_RESPONDE',
  EHOSTDOWN: 'NO_RESPONDE',
  ENOTCONN: 'NO_RESPONDE',
};

const fault = (de: FallaEntrega['de'], motivo: MotivoEntrega) =>
  err<FallaEntrega>({ code: 'NOT_READY', detail: { motivo }, de, motivo });

/**
 * Puts a package in a folder of the entity: written aside under a hidden name, synced, renamed, and the folder synced.
 * The folder is never made here: one that is not there is a disk that is not mounted.
 */
export async function deliverInto(
  salida: string,
  paquete: Paquete,
  clock: Clock,
): Promise<Result<Entregado, FallaEntrega>> {
  const nombre = nombreDePaquete(paquete);
  const draft = join(salida, `${UNFINISHED}${nombre}-${newId()}`);
  try {
    const before = await standing(join(salida, nombre), paquete);
    if (before) return answered(before, nombre);
    await writeBag(draft, paquete, localDate(clock.now()));
    const placed = await moveInto(draft, join(salida, nombre));
    await syncSharedFolder(salida);
    if (placed) return ok({ nombre, repetido: false });
    return answered((await standing(join(salida, nombre), paquete)) ?? 'OTHER', nombre);
  } catch (error) {
    if (error instanceof UnreadableAnexo) return fault('PAQUETE', 'ANEXO_ILEGIBLE');
    const motivo = FOLDER_FAULTS[String(codeOf(error))];
    if (!motivo) throw error;
    return fault('GESTOR', motivo);
  } finally {
    // What cannot be removed now is removed later as left over.
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What is under the name of a package already. */
async function standing(path: string, { huella }: Paquete): Promise<'SAME' | 'OTHER' | undefined> {
  const found = await ifThere(stat(path));
  if (!found) return undefined;
  if (!found.isDirectory()) return 'OTHER';
  return (await huellaOfWholeBag(path)) === huella ? 'SAME' : 'OTHER';
}

const answered = (found: 'SAME' | 'OTHER', nombre: string) =>
  found === 'SAME' ? ok<Entregado>({ nombre, repetido: true }) : fault('PAQUETE', 'CONFLICTO');

/** False when another process put something there first. */
async function moveInto(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what deaths left half written. Ages are told by the folder's own clock, which may be another machine's. */
export async function removeLeftOver(salida: string): Promise<void> {
  const drafts = (await readdir(salida)).filter((name) => name.startsWith(UNFINISHED));
  if (drafts.length === 0) return;
  const mark = join(salida, `${UNFINISHED}${newId()}`);
  await makeSharedFolder(mark);
  const now = (await stat(mark)).mtimeMs;
  await rm(mark, { recursive: true });
  for (const name of drafts) {
    const found = await ifThere(stat(join(salida, name)));
    if (found && now - found.mtimeMs > LEFT_OVER_MS) await rm(join(salida, name), { recursive: true });
  }
}

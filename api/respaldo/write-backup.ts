import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnexosStore } from '../base/anexos/anexos';
import { codeOf, ifThere } from '../base/anexos/durable-files';
import type { Clock } from '../base/kernel/clock';
import { err, ok, type Result } from '../base/kernel/result';
import type { FileCipher } from '../base/sealing/file-cipher';
import { ANEXOS_LIST, collectionFile, MANIFEST } from './archive';
import { type Copied, copyAnexos } from './copy-anexos';
import { counted } from './counted';
import { falla, type FallaRespaldo, folderFault } from './falla-respaldo';
import { draftOf, nameAt } from './folder-name';
import { FORMATO, type Manifest, type ManifestCollection, type Reader } from './manifest';
import { type Snapshot, storeFault } from './mongo-snapshot';
import { isOfTheProgram } from './of-the-program';
import { createSealedFolder, type SealedFolder, syncNames } from './sealed-folder';
import { verifyBackup } from './verify-backup';

export interface BackupDeps {
  /** The town, the program and the keys that the backup is of. */
  readonly reader: Reader;
  /** Opens the database as of now. */
  readonly snapshot: () => Promise<Snapshot>;
  readonly anexos: AnexosStore;
  readonly cipher: FileCipher;
  readonly clock: Clock;
}

export interface Backup {
  readonly name: string;
  readonly manifest: Manifest;
  /** Attachments that the store can no longer read, by the hash of their content: they are not in the backup. */
  readonly ilegibles: readonly string[];
}

async function writeCollections(folder: SealedFolder, snapshot: Snapshot): Promise<ManifestCollection[]> {
  const written: ManifestCollection[] = [];
  for (const [n, { nombre, indices, documents }] of snapshot.collections.entries()) {
    const passing = counted(documents());
    await folder.write(collectionFile(n), passing.documents);
    written.push({ nombre, indices: [...indices], ...passing.result() });
  }
  return written;
}

/** The database as of one instant, then the attachments: all that it refers to was stored before it was. */
async function fill(folder: SealedFolder, deps: BackupDeps, instant: Date): Promise<Copied> {
  const { entidad, programa, claves } = deps.reader;
  const snapshot = await deps.snapshot();
  const colecciones = await writeCollections(folder, snapshot).finally(() =>
    snapshot.end().catch(() => undefined),
  );
  const copied: Copied = { cuantos: 0, bytes: 0, ilegibles: [] };
  const isStoreFault = (cause: unknown): boolean => storeFault(cause) !== undefined;
  const lines = copyAnexos({ folder, anexos: deps.anexos, isStoreFault }, copied);
  const { sha256 } = await folder.write(ANEXOS_LIST, lines);
  const manifest: Manifest = {
    formato: FORMATO,
    programa,
    entidad,
    instante: instant.toISOString(),
    claves: [...claves],
    colecciones,
    anexos: { cuantos: copied.cuantos, bytes: copied.bytes, sha256 },
  };
  async function* text(): AsyncGenerator<Buffer> {
    yield Buffer.from(JSON.stringify(manifest));
  }
  await folder.write(MANIFEST, text());
  await folder.sync();
  return copied;
}

const isEmpty = ({ colecciones }: Manifest): boolean =>
  colecciones.every(({ nombre, documentos }) => documentos === 0 || isOfTheProgram(nombre));

/** In a draft, verified from the disk, and only then by its name. */
async function writeDraft(
  deps: BackupDeps,
  dir: string,
  draft: string,
  instant: Date,
): Promise<Result<Backup, FallaRespaldo>> {
  const name = nameAt(instant);
  const folder = createSealedFolder(draft, deps.cipher);
  const { ilegibles } = await fill(folder, deps, instant);
  const verified = await verifyBackup(folder, deps.reader);
  if (!verified.ok) return falla('NO_COINCIDE', verified.failure.donde);
  // A wrong DATA_DIR must not push good backups out, night after night, with empty ones.
  if (isEmpty(verified.value)) return falla('VACIO');
  await rename(draft, join(dir, name));
  await syncNames(dir);
  return ok({ name, manifest: verified.value, ilegibles });
}

/**
 * Backs everything up into a new folder of `dir`, which has to be there: a disk that is not mounted must not pass for
 * an empty folder. The folder has its name only when it is whole, on disk and verified; nothing is left otherwise.
 */
export async function writeBackup(deps: BackupDeps, dir: string): Promise<Result<Backup, FallaRespaldo>> {
  const instant = deps.clock.now();
  const name = nameAt(instant);
  const draft = join(dir, draftOf(name));
  try {
    if (await ifThere(stat(join(dir, name)))) return falla('EN_CURSO', name);
    await mkdir(draft, { mode: 0o700 });
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return falla('EN_CURSO', name);
    return refusal(cause, dir);
  }
  try {
    const written = await writeDraft(deps, dir, draft, instant);
    return written;
  } catch (cause) {
    return refusal(cause, dir);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function refusal(cause: unknown, dir: string): Result<never, FallaRespaldo> {
  const known = folderFault(cause, dir) ?? storeFault(cause);
  if (!known) throw cause;
  return err(known);
}

import { ifThere } from '../base/anexos/durable-files';
import { measured } from '../base/anexos/measured';
import { err, ok, type Result } from '../base/kernel/result';
import {
  anexoFile,
  ANEXOS_LIST,
  archivedDocuments,
  collectionFile,
  type ListedAnexo,
  listedAnexos,
  MANIFEST,
} from './archive';
import { totalOf } from './counted';
import { falla, type FallaRespaldo, diskFault } from './falla-respaldo';
import { type Manifest, type ManifestCollection, parseManifest, type Reader } from './manifest';
import type { SealedFolder } from './sealed-folder';

type Verdict = Result<null, FallaRespaldo>;
const GOOD: Verdict = ok(null);

const MANIFEST_LIMIT = 16 * 1024 * 1024;

/** Drains a content; throws what its reading throws. */
async function contentOf(source: AsyncIterable<Uint8Array>, limit = Number.POSITIVE_INFINITY) {
  const passing = measured(source, limit);
  const pieces: Uint8Array[] = [];
  for await (const piece of passing.bytes) if (Number.isFinite(limit)) pieces.push(piece);
  return { ...passing.result(), pieces };
}

/** The value, or undefined when the bytes are not what was sealed. Refusals of the file system go on. */
async function unaltered<T>(reading: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ifThere(reading());
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'syscall' in cause) throw cause;
    return undefined;
  }
}

/** A folder or disk that cannot be read is a failure too. */
async function guarded<T>(
  reading: () => Promise<Result<T, FallaRespaldo>>,
): Promise<Result<T, FallaRespaldo>> {
  try {
    return await reading();
  } catch (cause) {
    const known = diskFault(cause);
    if (!known) throw cause;
    return err(known);
  }
}

async function openManifest(folder: SealedFolder, reader: Reader): Promise<Result<Manifest, FallaRespaldo>> {
  const read = () => contentOf(folder.read(MANIFEST), MANIFEST_LIMIT);
  let there = true;
  const content = await unaltered(async () => {
    const found = await ifThere(read());
    there = found !== undefined;
    return found;
  });
  if (!there) return falla('NO_ES_RESPALDO');
  if (!content) return falla('OTRAS_CLAVES');
  return parseManifest(Buffer.concat(content.pieces).toString('utf8'), reader);
}

async function verifyCollection(
  folder: SealedFolder,
  n: number,
  { documentos, bytes, sha256 }: ManifestCollection,
): Promise<Verdict> {
  const total = await unaltered(() => totalOf(archivedDocuments(folder, n)));
  const same = total?.documentos === documentos && total.bytes === bytes && total.sha256 === sha256;
  return same ? GOOD : falla('ALTERADO', collectionFile(n));
}

async function verifyAnexo(folder: SealedFolder, n: number, listed: ListedAnexo): Promise<Verdict> {
  const content = await unaltered(() => contentOf(folder.read(anexoFile(n))));
  const same = content?.sha256 === listed.sha256 && content.bytes === listed.bytes;
  return same ? GOOD : falla('ALTERADO', anexoFile(n));
}

async function verifyAnexos(folder: SealedFolder, { anexos }: Manifest): Promise<Verdict> {
  const list = await unaltered(() => contentOf(folder.read(ANEXOS_LIST)));
  if (list?.sha256 !== anexos.sha256) return falla('ALTERADO', ANEXOS_LIST);
  let [cuantos, bytes] = [0, 0];
  for await (const listed of listedAnexos(folder.read(ANEXOS_LIST))) {
    const verdict = await verifyAnexo(folder, cuantos, listed);
    if (!verdict.ok) return verdict;
    cuantos += 1;
    bytes += listed.bytes;
  }
  return cuantos === anexos.cuantos && bytes === anexos.bytes ? GOOD : falla('ALTERADO', ANEXOS_LIST);
}

async function verifyAll(folder: SealedFolder, reader: Reader): Promise<Result<Manifest, FallaRespaldo>> {
  const manifest = await openManifest(folder, reader);
  if (!manifest.ok) return manifest;
  for (const [n, collection] of manifest.value.colecciones.entries()) {
    const verdict = await verifyCollection(folder, n, collection);
    if (!verdict.ok) return verdict;
  }
  const verdict = await verifyAnexos(folder, manifest.value);
  return verdict.ok ? manifest : verdict;
}

/** Reads the manifest for an installation, without looking at what it speaks of. */
export const readManifest = (folder: SealedFolder, reader: Reader) =>
  guarded(() => openManifest(folder, reader));

/** Reads a whole backup from the disk: every file opens, and holds what the manifest says, by count, size and hash. */
export const verifyBackup = (folder: SealedFolder, reader: Reader) =>
  guarded(() => verifyAll(folder, reader));

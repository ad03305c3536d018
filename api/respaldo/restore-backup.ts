import { measured } from '../base/anexos/measured';
import { type AnexosStore, END_OF_TIME } from '../base/anexos/anexos';
import { err, ok, type Result } from '../base/kernel/result';
import { anexoFile, ANEXOS_LIST, archivedDocuments, listedAnexos } from './archive';
import { totalOf } from './counted';
import { falla, type FallaRespaldo, diskFault } from './falla-respaldo';
import type { Manifest } from './manifest';
import type { Place } from './mongo-place';
import { storeFault } from './mongo-snapshot';
import type { SealedFolder } from './sealed-folder';

export interface RestoreDeps {
  readonly folder: SealedFolder;
  /** Of a backup that was verified whole. */
  readonly manifest: Manifest;
  readonly place: Place;
  readonly anexos: AnexosStore;
}

type Verdict = Result<null, FallaRespaldo>;
const GOOD: Verdict = ok(null);

/** Documents that expire would go before they are counted: those indexes come last. */
const expires = (indice: string): boolean => indice.includes('"expireAfterSeconds"');

async function hasAnexos(anexos: AnexosStore): Promise<boolean> {
  for await (const sha256 of anexos.storedBefore(END_OF_TIME)) return sha256 !== '';
  return false;
}

async function clear({ place, anexos }: RestoreDeps): Promise<void> {
  await place.clear();
  for await (const sha256 of anexos.storedBefore(END_OF_TIME))
    await anexos.removeStoredBefore(sha256, END_OF_TIME);
  await anexos.removeUnfinishedBefore(END_OF_TIME);
}

async function writeDocuments({ folder, manifest, place }: RestoreDeps): Promise<void> {
  for (const [n, { nombre, indices }] of manifest.colecciones.entries()) {
    await place.create(
      nombre,
      indices.filter((indice) => !expires(indice)),
    );
    await place.insert(nombre, archivedDocuments(folder, n));
  }
}

async function writeAnexos({ folder, anexos }: RestoreDeps): Promise<Verdict> {
  let n = 0;
  for await (const { sha256 } of listedAnexos(folder.read(ANEXOS_LIST))) {
    const name = anexoFile(n++);
    // Their names and types are with the cases that refer to them; here only the content counts.
    const put = await anexos.put(folder.read(name), { nombre: sha256, tipo: 'application/octet-stream' });
    if (!put.ok) return falla(put.failure.code === 'TOO_LARGE' ? 'NO_COINCIDE' : 'DATOS_SIN_ESPACIO', name);
    if (put.value.sha256 !== sha256) return falla('NO_COINCIDE', name);
  }
  return GOOD;
}

/** Reads every collection back from the store. */
async function compareDocuments({ manifest, place }: RestoreDeps): Promise<Verdict> {
  const snapshot = await place.snapshot();
  try {
    const found = new Map(snapshot.collections.map((collection) => [collection.nombre, collection]));
    for (const { nombre, documentos, bytes, sha256 } of manifest.colecciones) {
      const collection = found.get(nombre);
      const total = collection && (await totalOf(collection.documents()));
      if (total?.documentos !== documentos || total.bytes !== bytes || total.sha256 !== sha256)
        return falla('NO_COINCIDE', nombre);
    }
    return found.size === manifest.colecciones.length ? GOOD : falla('NO_COINCIDE');
  } finally {
    await snapshot.end();
  }
}

async function compareAnexos({ folder, manifest, anexos }: RestoreDeps): Promise<Verdict> {
  let cuantos = 0;
  for await (const { sha256, bytes } of listedAnexos(folder.read(ANEXOS_LIST))) {
    const stored = await anexos.get(sha256);
    if (!stored || (await sizeOf(stored).catch(() => -1)) !== bytes) return falla('NO_COINCIDE', sha256);
    cuantos += 1;
  }
  return cuantos === manifest.anexos.cuantos ? GOOD : falla('NO_COINCIDE', ANEXOS_LIST);
}

/** The store itself refuses a content that is not the one of its name. */
async function sizeOf(content: AsyncIterable<Uint8Array>): Promise<number> {
  const passing = measured(content, Number.POSITIVE_INFINITY);
  for await (const piece of passing.bytes) void piece;
  return passing.result().bytes;
}

async function fillMarked(deps: RestoreDeps): Promise<Verdict> {
  const { manifest, place } = deps;
  await clear(deps);
  await writeDocuments(deps);
  for (const step of [writeAnexos, compareDocuments, compareAnexos]) {
    const verdict = await step(deps);
    if (!verdict.ok) return verdict;
  }
  for (const { nombre, indices } of manifest.colecciones)
    await place.addIndexes(nombre, indices.filter(expires));
  await place.unmark();
  return GOOD;
}

/**
 * Restores a verified backup into an empty place, or into one whose restoration was cut, which starts again from nothing.
 * The place is marked from before the first write until all has been read back and compared: meanwhile nobody serves it.
 */
export async function restoreBackup(deps: RestoreDeps): Promise<Verdict> {
  const { place, anexos, manifest } = deps;
  try {
    const cut = await place.marked();
    if (!cut && ((await place.occupied()) || (await hasAnexos(anexos)))) return falla('LUGAR_OCUPADO');
    await place.mark(manifest.instante);
    return await fillMarked(deps);
  } catch (cause) {
    const known = diskFault(cause) ?? storeFault(cause);
    if (!known) throw cause;
    return err(known);
  }
}

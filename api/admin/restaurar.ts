import { resolve } from 'node:path';
import type { Texts } from '../../content/texts';
import type { AnexosStore } from '../base/anexos/anexos';
import type { Clock } from '../base/kernel/clock';
import { createFileCipher } from '../base/sealing/file-cipher';
import type { Keys } from '../base/sealing/keys';
import type { Place } from '../respaldo/mongo-place';
import { readerOf } from '../respaldo/reader-of';
import { restoreBackup } from '../respaldo/restore-backup';
import { createSealedFolder } from '../respaldo/sealed-folder';
import { verifyBackup } from '../respaldo/verify-backup';
import type { Command, Io } from './command';
import { fallaText, inWords } from './respaldo-in-words';

/** The empty place, open for this process alone. */
export interface OpenPlace {
  readonly place: Place;
  readonly anexos: AnexosStore;
  readonly close: () => Promise<void>;
}

interface Deps {
  readonly entidad: string;
  readonly programa: string;
  readonly clavesDir: string;
  /** The keys that are there, and the place to restore into; each ends the program with its reason when it cannot be had. */
  readonly keys: () => Keys;
  readonly openPlace: (keys: Keys) => Promise<OpenPlace>;
  readonly clock: Clock;
  readonly texts: Texts;
}

/** `restaurar DIR`: reads the whole backup first, and writes only into a place where nothing is. */
export const createRestoreCommand =
  (deps: Deps): Command =>
  async ([dir, ...rest], io) => {
    if (!dir || dir.startsWith('--') || rest.length > 0) {
      io.err(deps.texts('restaurar.uso'));
      return 2;
    }
    return restore(deps, io, resolve(dir));
  };

async function restore(deps: Deps, io: Io, dir: string): Promise<number> {
  const { texts, clock, clavesDir } = deps;
  const start = clock.monotonic();
  const keys = deps.keys();
  const folder = createSealedFolder(dir, createFileCipher(keys, 'respaldo'));
  const verified = await verifyBackup(folder, readerOf(keys, deps));
  if (!verified.ok) {
    io.err(fallaText(texts, verified.failure, { claves: clavesDir }));
    io.err(texts('restaurar.nadaEscrito'));
    return 1;
  }
  const manifest = verified.value;
  io.err(texts('restaurar.verificado', { instante: manifest.instante }));
  const { close, ...place } = await deps.openPlace(keys);
  const restored = await restoreBackup({ folder, manifest, ...place });
  await close();
  if (restored.ok) {
    io.out(texts('restaurar.hecho', { ...inWords(manifest, clock.monotonic() - start) }));
    io.err(texts('respaldo.claves', { claves: clavesDir }));
    return 0;
  }
  io.err(fallaText(texts, restored.failure, { claves: clavesDir }));
  if (restored.failure.motivo !== 'LUGAR_OCUPADO') io.err(texts('restaurar.sinTerminar', { carpeta: dir }));
  return 1;
}

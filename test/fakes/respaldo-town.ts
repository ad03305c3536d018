import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileAnexos } from '../../api/base/anexos/file-anexos';
import type { AnexosStore } from '../../api/base/anexos/anexos';
import { createFileCipher } from '../../api/base/sealing/file-cipher';
import { type Keys, newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import type { Connection } from '../../api/base/store/connect';
import { createPlace, type Place } from '../../api/respaldo/mongo-place';
import { openSnapshot } from '../../api/respaldo/mongo-snapshot';
import { readerOf } from '../../api/respaldo/reader-of';
import type { BackupDeps } from '../../api/respaldo/write-backup';
import { manualClock, type ManualClock } from './manual-clock';
import { temporaryStore } from './temporary-store';

/** A town with data of its own, and a folder for its backups. */
export interface RespaldoTown {
  readonly keys: Keys;
  readonly clock: ManualClock;
  readonly connection: Connection;
  readonly anexosDir: string;
  readonly anexos: AnexosStore;
  readonly place: Place;
  /** Where its backups go. */
  readonly dir: string;
  readonly deps: BackupDeps;
  close(): Promise<void>;
}

export const ENTIDAD = 'pueblo-valle';
export const PROGRAMA = '1.4.0';

export async function respaldoTown(keys = parseKeys(newKeyFile('AUTOGENERADA'))): Promise<RespaldoTown> {
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-'));
  const dir = join(folder, 'respaldos');
  mkdirSync(dir);
  const store = await temporaryStore();
  const { connection } = store;
  const clock = manualClock();
  const anexosDir = join(folder, 'anexos');
  const cipher = createFileCipher(keys);
  const anexos = createFileAnexos({ dir: anexosDir, cipher, clock, maxBytes: 10_000_000 });
  return {
    keys,
    clock,
    connection,
    anexosDir,
    anexos,
    place: createPlace(connection, ENTIDAD),
    dir,
    deps: {
      reader: readerOf(keys, { entidad: ENTIDAD, programa: PROGRAMA }),
      snapshot: () => openSnapshot(connection),
      anexos,
      cipher: createFileCipher(keys, 'respaldo'),
      clock,
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

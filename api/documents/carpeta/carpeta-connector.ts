import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, ifThere } from '../../base/anexos/durable-files';
import type { Clock } from '../../base/kernel/clock';
import type { Logger } from '../../base/kernel/logger';
import type { DocumentManagement, FallaDeFila } from '../document-management';
import { createEntrada } from './entrada';
import { deliverInto, FOLDER_FAULTS, removeLeftOver } from './salida';
import { makeSharedFolder, writeSharedFile } from './shared-folder';

interface Deps {
  /** Folder of the entity's system, already prepared. */
  readonly carpeta: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly explain: (nombre: string, fallas: readonly FallaDeFila[]) => string;
}

/** `salida` and `salida-prueba` are written by us and read by the town; `entrada`, the other way round. */
const FOLDERS = ['salida', 'salida-prueba', 'entrada', 'entrada/procesados', 'entrada/rechazados'] as const;

/** The group of the entity's system takes packages away and leaves files. */
const GROUP_WRITES = 0o2770;

/**
 * Makes the places of the connector in a folder that exists; once, by a person. The connector itself never makes them,
 * so that a disk that is not mounted is not taken for an empty one. False when the folder is not there.
 * @param leame what the folder says of itself to who finds it.
 */
export async function prepareCarpeta(carpeta: string, leame: string): Promise<boolean> {
  if (!(await ifThere(stat(carpeta)))?.isDirectory()) return false;
  for (const folder of FOLDERS) {
    const path = join(carpeta, folder);
    if (!(await ifThere(stat(path)))) await makeSharedFolder(path, GROUP_WRITES);
  }
  const path = join(carpeta, 'LEAME.txt');
  if (!(await ifThere(stat(path)))) await writeSharedFile(path, leame);
  return true;
}

/** The entity's system as a folder: BagIt packages go out, CSV files with official numbers come in. */
export function createCarpetaConnector({ carpeta, clock, logger, explain }: Deps): DocumentManagement {
  const lots = createEntrada({ dir: join(carpeta, 'entrada'), clock, explain });
  return {
    async deliver(paquete) {
      const salida = join(carpeta, paquete.prueba ? 'salida-prueba' : 'salida');
      await removeLeftOver(salida).catch((cause: unknown) => {
        if (codeOf(cause) !== 'ENOENT')
          logger.warn('gestor.left-over-stays', { codigo: String(codeOf(cause)) });
      });
      return deliverInto(salida, paquete, clock);
    },
    async *radicados() {
      try {
        yield* lots();
      } catch (cause) {
        const motivo = FOLDER_FAULTS[String(codeOf(cause))];
        if (!motivo) throw cause;
        logger.warn('gestor.entrada-not-read', { motivo });
      }
    },
  };
}

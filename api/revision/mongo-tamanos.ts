import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { folderSize } from '../base/reserva/folder-size';

interface Where {
  readonly mongodbUri?: string;
  readonly dataDir: string;
}

/** What the data take: of the folders, or of a MongoDB that also holds the attachments. */
export async function tamanosOf(
  connection: Connection,
  { mongodbUri, dataDir }: Where,
): Promise<{ readonly almacen: number; readonly anexos?: number }> {
  if (!mongodbUri)
    return {
      almacen: await folderSize(join(dataDir, 'store')),
      anexos: await folderSize(join(dataDir, 'anexos')),
    };
  const { storageSize = 0, indexSize = 0 } = ((await connection.db?.stats()) ?? {}) as {
    readonly storageSize?: number;
    readonly indexSize?: number;
  };
  return { almacen: storageSize + indexSize };
}

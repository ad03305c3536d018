import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MAX_ANEXOS, type ReceiveFile } from '../../base/kernel/receive-file';
import { err, type Result } from '../../base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../../base/kernel/solicitud';
import type { Files } from '../../ventanilla/solicitud-of-atencion';

/** Receives files of this computer. What cannot be received, or is not there, is told and stops nothing. */
export async function readFiles(paths: readonly string[], receiveFile: ReceiveFile): Promise<Files> {
  const anexos: AnexoRecibido[] = [];
  const noRecibidos: AnexoNoRecibido[] = [];
  for (const path of paths) {
    const received = anexos.length < MAX_ANEXOS ? await receive(path, receiveFile) : tooMany(path);
    if (received.ok) anexos.push(received.value);
    else noRecibidos.push(received.failure);
  }
  return { anexos, noRecibidos };
}

const tooMany = (path: string): Result<AnexoRecibido, AnexoNoRecibido> =>
  err({ nombre: basename(path), motivo: 'DEMASIADOS' });

const receive = (path: string, receiveFile: ReceiveFile): Promise<Result<AnexoRecibido, AnexoNoRecibido>> =>
  receiveFile({ nombre: basename(path), content: contentOf(path) });

// Opened only when it is read: a path that is not there fails as any source that is cut.
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) yield chunk as Buffer;
  } finally {
    await file.close();
  }
}

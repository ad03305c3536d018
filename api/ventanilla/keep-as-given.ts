import { extname } from 'node:path';
import type { Anexos } from '../base/anexos/anexos';
import type { ReceiveFile } from '../base/kernel/receive-file';
import { err } from '../base/kernel/result';
import type { MotivoNoRecibido } from '../base/kernel/vocabulary';

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
};

const MOTIVO: Readonly<Record<string, MotivoNoRecibido>> = {
  TOO_LARGE: 'MUY_GRANDE',
  NO_SPACE_FOR_FILES: 'SIN_ESPACIO',
  STORE_UNAVAILABLE: 'SIN_ESPACIO',
};

/** Keeps files of an official's own computer, of the kinds known by their extension. Nothing is derived from them. */
export const keepAsGiven =
  (anexos: Pick<Anexos, 'put'>): ReceiveFile =>
  async ({ nombre, content }) => {
    const tipo = TYPES[extname(nombre).toLowerCase()];
    if (tipo === undefined) return err({ nombre, motivo: 'TIPO_NO_ADMITIDO' });
    try {
      const stored = await anexos.put(content, { nombre, tipo });
      if (stored.ok) return stored.value.bytes > 0 ? stored : err({ nombre, motivo: 'VACIO' });
      return err({ nombre, motivo: MOTIVO[stored.failure.code] ?? 'DANADO' });
    } catch {
      // Its source was cut: there is no such file, or the disk does not give it.
      return err({ nombre, motivo: 'INCOMPLETO' });
    }
  };

import { createHash } from 'node:crypto';
import { MAX_ANEXO_BYTES, type ReceiveFile } from '../../api/base/kernel/receive-file';
import { err, ok } from '../../api/base/kernel/result';

/** Reads a file whole and keeps nothing but its hash; an `.exe` is refused, and so is what is empty or too large. */
export const receiveInMemory: ReceiveFile = async ({ nombre, content }) => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
    if (bytes > MAX_ANEXO_BYTES) return err({ nombre, motivo: 'MUY_GRANDE' });
  }
  if (bytes === 0) return err({ nombre, motivo: 'VACIO' });
  if (nombre.endsWith('.exe')) return err({ nombre, motivo: 'TIPO_NO_ADMITIDO' });
  return ok({ sha256: hash.digest('hex'), nombre, tipo: 'image/jpeg', bytes });
};

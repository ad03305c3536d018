import { createHash } from 'node:crypto';
import { cleanFileName } from '../../api/base/anexos/clean-about';
import { MAX_ANEXO_BYTES, type ArrivingFile } from '../../api/base/kernel/receive-file';
import { err, ok } from '../../api/base/kernel/result';

/** Receives in memory: nothing of 0 bytes, nothing past the limit, nothing cut, no `.exe`. */
export function fakeReceiveFile() {
  const stored = new Map<string, Buffer>();
  return {
    stored,
    receive: async ({ nombre: given, content }: ArrivingFile) => {
      const nombre = cleanFileName(given);
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      try {
        for await (const piece of content) {
          bytes += piece.length;
          if (bytes > MAX_ANEXO_BYTES) return err({ nombre, motivo: 'MUY_GRANDE' as const });
          pieces.push(piece);
        }
      } catch {
        return err({ nombre, motivo: 'INCOMPLETO' as const });
      }
      if (bytes === 0) return err({ nombre, motivo: 'VACIO' as const });
      if (nombre.endsWith('.exe')) return err({ nombre, motivo: 'TIPO_NO_ADMITIDO' as const });
      const whole = Buffer.concat(pieces);
      const sha256 = createHash('sha256').update(whole).digest('hex');
      stored.set(sha256, whole);
      return ok({ sha256, nombre, tipo: 'image/jpeg', bytes });
    },
  };
}

import { createHash } from 'node:crypto';
import { MAX_ANEXO_BYTES, type ReceiveFile } from '../../api/base/kernel/receive-file';
import { err, ok } from '../../api/base/kernel/result';
import type { MotivoNoRecibido } from '../../api/base/kernel/vocabulary';
import type { Recibos } from '../../bot/channels/web-chat/web-chat-deps';

/** Reads a file whole and says what it is; empty, too large, cut or a program, it is not received. Nothing is stored. */
const receiveFile: ReceiveFile = async ({ nombre, content }) => {
  const not = (motivo: MotivoNoRecibido) => err({ nombre, motivo });
  const hash = createHash('sha256');
  let first = '';
  let bytes = 0;
  try {
    for await (const piece of content) {
      if (bytes === 0) first = Buffer.from(piece.subarray(0, 2)).toString('latin1');
      bytes += piece.length;
      if (bytes > MAX_ANEXO_BYTES) return not('MUY_GRANDE');
      hash.update(piece);
    }
  } catch {
    return not('INCOMPLETO');
  }
  if (bytes === 0) return not('VACIO');
  if (first === 'MZ') return not('TIPO_NO_ADMITIDO');
  return ok({ sha256: hash.digest('hex'), nombre, tipo: 'application/octet-stream', bytes });
};

/** Receipts that name what they were given for, without any seal. */
const recibos: Recibos = {
  give: (anexo, ambito) => Buffer.from(JSON.stringify({ anexo, ambito })).toString('base64url'),
  take(recibo, ambito) {
    try {
      const kept = JSON.parse(Buffer.from(recibo, 'base64url').toString()) as {
        anexo: ReturnType<Recibos['take']>;
        ambito: string;
      };
      return kept.ambito === ambito ? kept.anexo : undefined;
    } catch {
      return undefined;
    }
  },
};

/** What the chat asks of the files' side, in memory. */
export const memoryUploads = () => ({ receiveFile, recibos });

import { createHash } from 'node:crypto';
import type { ArchivoAdjunto } from '../../bot/channels/channel';

/** A file of ours for tests that need one. */
export const aFile = (nombre: string, tipo: string, content: Buffer): ArchivoAdjunto => ({
  nombre,
  titulo: 'Formato (PDF, 1 kB)',
  url: `/archivos/${nombre}`,
  tipo,
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});

export const FORMATO_BYTES = Buffer.from('%PDF-1.7 de prueba');
export const FORMATO = aFile('formato.pdf', 'application/pdf', FORMATO_BYTES);

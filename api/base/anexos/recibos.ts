import { z } from 'zod';
import type { Sealing } from '../kernel/sealing';
import type { AnexoNoRecibido, AnexoRecibido } from '../kernel/solicitud';
import { MOTIVOS_NO_RECIBIDO } from '../kernel/vocabulary';

const about = { sha256: z.string(), tipo: z.string(), bytes: z.number() };

const anexo = z.strictObject({
  ...about,
  nombre: z.string(),
  vista: z.strictObject(about).optional(),
});

const noRecibido = z.strictObject({ nombre: z.string(), motivo: z.enum(MOTIVOS_NO_RECIBIDO) });

/**
 * Receipts of files that were received before the petition they go with. Whoever sent the file keeps the receipt and
 * brings it back; nobody can make one, nor use in one place (`ambito`: a session, a form) what was given in another.
 */
export interface Recibos {
  give(file: AnexoRecibido | AnexoNoRecibido, ambito: string): string;
  /** What was received, or why it was not; undefined for what was not given here. */
  take(recibo: string, ambito: string): AnexoRecibido | AnexoNoRecibido | undefined;
}

export const isReceived = (file: AnexoRecibido | AnexoNoRecibido): file is AnexoRecibido => 'sha256' in file;

export const createRecibos = (sealing: Sealing): Recibos => ({
  give: (file, ambito) => sealing.seal(JSON.stringify(file), contextOf(ambito)),
  take(recibo, ambito) {
    try {
      const opened: unknown = JSON.parse(sealing.open(recibo, contextOf(ambito)));
      return z.union([anexo, noRecibido]).parse(opened);
    } catch {
      return undefined;
    }
  },
});

const contextOf = (ambito: string): string => `anexo.recibo ${ambito}`;

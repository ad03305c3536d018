import { z } from 'zod';
import type { AnexoNoRecibido, AnexoRecibido } from '../../api/base/kernel/solicitud';
import { MOTIVOS_NO_RECIBIDO } from '../../api/base/kernel/vocabulary';

const vista = z.strictObject({ sha256: z.string(), tipo: z.string(), bytes: z.number() });

/** A received file as it stays in a message and in a conversation. */
export const anexoSchema: z.ZodType<AnexoRecibido> = z.strictObject({
  sha256: z.string(),
  nombre: z.string(),
  tipo: z.string(),
  bytes: z.number(),
  vista: vista.optional(),
});

/** A file that could not be received. */
export const noRecibidoSchema: z.ZodType<AnexoNoRecibido> = z.strictObject({
  nombre: z.string(),
  motivo: z.enum(MOTIVOS_NO_RECIBIDO),
});

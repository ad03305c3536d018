import { z } from 'zod';
import type { AnexoRecibido } from '../ventanilla/ventanilla-unica';

/** A received file as it stays in a conversation. */
export const anexoSchema: z.ZodType<AnexoRecibido> = z.strictObject({
  sha256: z.string(),
  nombre: z.string(),
  tipo: z.string(),
  bytes: z.number(),
});

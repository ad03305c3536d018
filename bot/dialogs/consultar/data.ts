import { z } from 'zod';

/** What is known of the case that is asked for. */
export const dataSchema = z.strictObject({
  numero: z.string().optional(),
  /** «Mis casos» was said from somewhere else: no number is needed. */
  mios: z.boolean().optional(),
  /** Times that number and code did not match. */
  intentos: z.number().int().min(0),
  /** Reception numbers of the cases of this chat that were shown to choose from, and the one chosen. */
  casos: z.array(z.string()).optional(),
  elegido: z.string().optional(),
  /** What opens the case before the person. */
  caso: z
    .union([
      z.strictObject({ numero: z.string(), codigo: z.string() }),
      z.strictObject({ recepcion: z.string() }),
    ])
    .optional(),
  anonima: z.boolean().optional(),
  /** The code just typed, until the case is found. */
  codigo: z.string().optional(),
});

export type Data = z.infer<typeof dataSchema>;

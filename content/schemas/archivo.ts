import { z } from 'zod';

/** Room for a title where it is chosen: a row of a list of WhatsApp. */
export const MAX_TITULO = 24;

/** A file that goes with a trámite, by its name in `content/archivos/`. */
export const archivoNombrado = z.strictObject({
  archivo: z
    .string()
    .max(80)
    .regex(
      /^[a-z0-9][a-z0-9_-]*\.[a-z0-9]+$/,
      'solo minúsculas sin tildes, números, guiones y su terminación',
    ),
  titulo: z.string().min(1).max(MAX_TITULO),
});

/** What is kept of a file of `content/archivos/`; its bytes stay on disk. */
export const archivoDescrito = z.strictObject({
  /** Media type by its content; null when it is nothing that can be sent. */
  tipo: z.string().nullable(),
  bytes: z.number().int().nonnegative(),
  /** Of its content, in hexadecimal. */
  sha256: z.string(),
});

export type ArchivoDescrito = z.infer<typeof archivoDescrito>;

/** A file that people may be given. */
export interface Archivo {
  /** Its name in `content/archivos/` and in its address. */
  readonly nombre: string;
  readonly tipo: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

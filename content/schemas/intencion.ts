import { z } from 'zod';

/**
 * What a free text may suggest. CONGRESO, ENTRE_AUTORIDADES and DEFENSORIA depend on who asks, so no wording suggests
 * them.
 */
export const TIPOS_SUGERIBLES = [
  'PETICION',
  'QUEJA',
  'RECLAMO',
  'SUGERENCIA',
  'DENUNCIA',
  'FELICITACION',
  'INFORMACION',
  'DOCUMENTOS',
  'CONSULTA',
  'HD_CONSULTA',
  'HD_RECLAMO',
] as const;

const grupo = z
  .strictObject({
    tipo: z.enum(TIPOS_SUGERIBLES).optional(),
    tramite: z.string().optional(),
    frases: z.array(z.string().min(1)).min(1),
  })
  .refine(({ tipo, tramite }) => tipo === undefined || tramite === undefined, 'tipo o tramite, no los dos');

/** `content/intenciones/<id>.yaml`: how people say what they want, as they type it. */
export const intencionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  paraQue: z.string().min(1),
  grupos: z.array(grupo).min(1),
});

export type TipoSugerible = (typeof TIPOS_SUGERIBLES)[number];
export type Intencion = z.infer<typeof intencionSchema>;

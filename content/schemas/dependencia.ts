import { z } from 'zod';
import { fecha } from './fecha';
import { dudas } from './por-confirmar';

const dependencia = z.strictObject({
  /** Ours, stable; not the TRD's. */
  codigo: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  nombre: z.string().min(1),
  /** Code of the one it is a part of. */
  depende: z.string().optional(),
  /** The neutral destination of what nobody has routed yet; exactly one. */
  porDefecto: z.boolean().default(false),
  vigenteDesde: fecha.nullable(),
  vigenteHasta: fecha.nullable(),
  /** False: the name serves the officials as a suggestion and is not told to citizens. */
  confirmado: z.boolean(),
  fuente: z.string().min(1),
});

/** `content/dependencias.yaml`. */
export const dependenciasSchema = z.strictObject({
  dependencias: z.array(dependencia).min(1),
  porConfirmar: dudas,
});

export type Dependencia = z.infer<typeof dependencia>;

/** Whether it exists on `dia` (`AAAA-MM-DD`), as far as is known. */
export const estaVigente = ({ vigenteDesde, vigenteHasta }: Dependencia, dia: string): boolean =>
  (vigenteDesde === null || vigenteDesde <= dia) && (vigenteHasta === null || dia <= vigenteHasta);

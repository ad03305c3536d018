import { z } from 'zod';
import { dudas } from './por-confirmar';

const codigo = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

const ruta = z.strictObject({
  /** Folded words or phrases; one of them, whole, is enough. */
  palabras: z.array(z.string().min(3)).min(1),
  dependencia: codigo,
  /** False: a suggestion for who assigns. */
  confirmado: z.boolean(),
  fuente: z.string().min(1),
});
export type RutaPorPalabras = z.infer<typeof ruta>;

/** `content/rutas.yaml`. */
export const rutasSchema = z.strictObject({ rutas: z.array(ruta), porConfirmar: dudas });

const conflicto = z
  .strictObject({
    contra: codigo,
    recibe: codigo,
    confirmado: z.boolean(),
    fuente: z.string().min(1),
  })
  .refine(({ contra, recibe }) => contra !== recibe, {
    path: ['recibe'],
    message: 'quien recibe no puede ser contra quien es la queja',
  });
export type Conflicto = z.infer<typeof conflicto>;

/** `content/conflictos.yaml`. */
export const conflictosSchema = z.strictObject({ conflictos: z.array(conflicto), porConfirmar: dudas });

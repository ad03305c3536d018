import { z } from 'zod';
import { cleanText } from '../base/kernel/plain-text';
import { TIPOS_DOCUMENTO } from '../base/kernel/vocabulary';

/** One line of what somebody typed: clean, single spaces, neither empty nor longer than `max`. */
export const line = (max: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));

export const documento = z.strictObject({
  tipo: z.enum(TIPOS_DOCUMENTO),
  numero: z
    .string()
    .trim()
    .regex(/^[\w.\s-]{3,30}$/),
});

/** The ways to answer somebody. */
export const contact = {
  correo: z.email().max(254).optional(),
  telefono: z
    .string()
    .regex(/^\+?[\d\s().-]{7,20}$/)
    .optional(),
  direccion: line(300).optional(),
};

import { z } from 'zod';
import { fecha } from './fecha';
import { dudas } from './por-confirmar';

/** A place where citizens are attended, besides the main address of `entidad.yaml`. */
const lugar = z.strictObject({
  nombre: z.string().min(1),
  direccion: z.string().min(1),
  horario: z.string().nullable(),
  fuente: z.string().min(1),
  confirmado: z.boolean(),
});

const deber = z.strictObject({
  texto: z.string().min(1),
  norma: z.string().min(1),
  fuente: z.string().min(1),
  /** False: nobody who can tell has confirmed it, and no citizen reads it. */
  confirmado: z.boolean(),
});

/** The carta de trato digno; what the law demands is here, its adoption is the town's. */
const carta = z.strictObject({
  /** The act that adopts it and its day; null while the town has not. */
  adopcion: z.strictObject({ acto: z.string().min(1), fecha }).nullable(),
  deberes: z.array(deber).min(1),
});

/** Another authority that a report of corruption may be taken to. */
const autoridad = z.strictObject({
  nombre: z.string().min(1),
  paraQue: z.string().min(1),
  enlace: z.url().nullable(),
  fuente: z.string().min(1),
  confirmado: z.boolean(),
});

/** `content/atencion.yaml`: how people are attended and where. */
export const atencionSchema = z.strictObject({
  lugares: z.array(lugar),
  carta,
  otrasAutoridades: z.array(autoridad),
  porConfirmar: dudas,
});

export type Atencion = z.infer<typeof atencionSchema>;

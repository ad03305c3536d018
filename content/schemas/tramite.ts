import { z } from 'zod';
import { archivoNombrado } from './archivo';
import { fecha } from './fecha';
import { dudas } from './por-confirmar';

/** Something told to a citizen only when the Alcaldía has confirmed it; null is unknown. */
const dato = z
  .strictObject({ texto: z.string().min(1).nullable(), confirmado: z.boolean() })
  .refine(({ texto, confirmado }) => texto !== null || !confirmado, 'no se puede confirmar un dato vacío');

/** Subjects by which the catalogue is grouped, in the order in which it shows them. */
export const TEMAS = [
  'CERTIFICADOS',
  'IMPUESTOS',
  'NEGOCIOS',
  'CONSTRUCCION',
  'ESPACIO_PUBLICO',
  'AYUDAS',
  'SALUD',
  'EDUCACION',
  'AMBIENTE',
  'COMUNIDAD',
] as const;

/** Beside them a message offers four choices more, and ten is the most. */
const MAX_ARCHIVOS = 6;

/** `content/tramites/<id>.yaml`. */
export const tramiteSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  nombre: z.string().min(1),
  tema: z.enum(TEMAS),
  /** Other names people use; any of them alone recognises the trámite. */
  sinonimos: z.array(z.string().min(3)),
  paraQue: z.string().min(1),
  quien: z.string().min(1),
  requisitos: z.array(z.strictObject({ texto: z.string().min(1), confirmado: z.boolean() })),
  costo: dato,
  termino: dato,
  dependencia: z
    .strictObject({ codigo: z.string().nullable(), confirmado: z.boolean() })
    .refine(
      ({ codigo, confirmado }) => codigo !== null || !confirmado,
      'no se puede confirmar un dato vacío',
    ),
  normas: z.array(z.strictObject({ texto: z.string().min(1), confirmado: z.boolean() })),
  /** Number in the national register of trámites (SUIT). */
  suit: z.string().nullable(),
  enlace: z.url().nullable(),
  /** Others that people take for this one, each with the difference in a line; it is told from both sides. */
  seConfundeCon: z.array(z.strictObject({ tramite: z.string(), diferencia: z.string().min(1) })).default([]),
  /** Forms and other files that go with it. No more than there is room to choose from in one message. */
  archivos: z.array(archivoNombrado).max(MAX_ARCHIVOS).default([]),
  /** A warning that goes with every answer: the name of its text. */
  aviso: z.string().optional(),
  fuente: z.string().min(1),
  revisadoEl: fecha.nullable(),
  /** True once the responsible office has signed the whole page. */
  confirmado: z.boolean(),
  /** How people ask for it; they train the understanding of Spanish. */
  preguntas: z.array(z.string().min(2)).min(5),
  porConfirmar: dudas,
});

export type Tramite = z.infer<typeof tramiteSchema>;

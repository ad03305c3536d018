import { z } from 'zod';
import { fecha } from './fecha';
import { dudas } from './por-confirmar';

/** The events of a case that its person is told of, wherever they are. */
export const HECHOS = [
  'PREGUNTADA',
  'REQUERIDA',
  'PRORROGADA',
  'TRASLADADA',
  'RESPONDIDA',
  'DESISTIDA',
  'RECLASIFICADA',
  'RADICADA_EXTERNA',
] as const;
export type Hecho = (typeof HECHOS)[number];

/** What may fill a place of a template. `numero`: of the case. `enlace`: where it is followed. `fecha`: the due date. */
export const VALORES = ['numero', 'enlace', 'fecha'] as const;
export type Valor = (typeof VALORES)[number];

/** Codes are case-sensitive and must equal the one approved (Meta's error 132001 says otherwise). */
export const IDIOMAS = ['es_CO', 'es'] as const;

const franja = z
  .strictObject({ desde: z.number().int().min(0).max(23), hasta: z.number().int().min(1).max(24) })
  .refine(({ desde, hasta }) => desde < hasta, 'debe terminar después de empezar');

/** When somebody may be written to who has not just written, by the clock of Colombia. */
const horario = z.strictObject({
  lunesAViernes: franja,
  sabado: franja,
  norma: z.string().min(1),
  fuente: z.string().min(1),
  confirmado: z.boolean(),
});

const plantilla = z.strictObject({
  hecho: z.enum(HECHOS),
  nombre: z.string().regex(/^[a-z0-9_]{1,512}$/, 'solo minúsculas, números y _'),
  categoria: z.literal('UTILITY'),
  /** With {{1}}, {{2}}… in order; what fills each is in `valores`. */
  cuerpo: z.string().min(1).max(1024),
  valores: z.array(z.enum(VALORES)).min(1),
  /** The language Meta approved it in; null while it is only a proposal, which is never sent. */
  aprobada: z.enum(IDIOMAS).nullable(),
});

/** What a message costs. */
const tarifa = z.strictObject({
  moneda: z.string().length(3),
  porMensaje: z.number().positive(),
  desde: fecha,
  fuente: z.string().min(1),
});

/** `content/whatsapp.yaml`: what the official WhatsApp channel sends by itself, when, and what it may cost. */
export const whatsappSchema = z.strictObject({
  horario,
  /** Messages that the provider charges for in a calendar month; null is no cap. */
  topeMensual: z.number().int().positive().nullable(),
  /** Different people who may be written to first in 24 hours: Meta's limit for the portfolio of the account. */
  personasPorDia: z.number().int().positive(),
  tarifa: tarifa.nullable(),
  plantillas: z.array(plantilla),
  porConfirmar: dudas,
});

export type Whatsapp = z.infer<typeof whatsappSchema>;
export type Plantilla = z.infer<typeof plantilla>;
export type Horario = z.infer<typeof horario>;

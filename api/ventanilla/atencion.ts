import { z } from 'zod';
import { cleanText } from '../base/kernel/plain-text';
import type { Canal } from '../base/kernel/vocabulary';
import { MODOS_IDENTIDAD, TIPOS_PQRSD } from '../base/kernel/vocabulary';
import { contact, documento, line } from '../pqrsd/typed-fields';

/** How a petition reaches the office without its person typing it here. */
export const MEDIOS = ['persona', 'telefono', 'carta', 'red-social', 'correo'] as const;
export type Medio = (typeof MEDIOS)[number];

export const CANAL_OF: Readonly<Record<Medio, Canal>> = {
  persona: 'VENTANILLA',
  telefono: 'TELEFONO',
  carta: 'VENTANILLA',
  'red-social': 'RED_SOCIAL',
  correo: 'CORREO',
};

/** Those that arrive somewhere before somebody writes them here: when they did is asked, since terms count from it. */
export const CAME_BEFORE: ReadonlySet<Medio> = new Set(['carta', 'red-social', 'correo']);

/** Those in which the person speaks to an official (Decreto 1166 de 2016). */
export const SPOKEN: ReadonlySet<Medio> = new Set(['persona', 'telefono']);

const story = z.string().max(1_000_000).transform(cleanText);

const peticionario = z.strictObject({
  modo: z.enum(MODOS_IDENTIDAD).default('IDENTIFICADO'),
  nombre: line(200).optional(),
  documento: documento.optional(),
  ...contact,
  representante: z
    .strictObject({ nombre: line(200), documento: documento.optional(), calidad: line(100).optional() })
    .optional(),
});

/**
 * What an official wrote of somebody who came, called or wrote elsewhere. Only who receives and what is asked are
 * needed: what else is missing never stops a filing (CPACA 15 and 16; Decreto 1166 de 2016).
 */
export const atencionSchema = z
  .strictObject({
    medio: z.enum(MEDIOS),
    recibe: z.strictObject({ nombre: line(200), cargo: line(200) }),
    /** When it was received or arrived, in Colombian time: `2026-11-24 15:30`. */
    recibido: z.string().optional(),
    /** Where it had arrived first: which social network, whose mailbox. */
    origen: line(200).optional(),
    verbal: z.boolean().default(false),
    idioma: line(60).optional(),
    tipo: z.enum(TIPOS_PQRSD).default('PETICION'),
    objeto: line(2000).optional(),
    razones: line(4000).optional(),
    texto: story.optional(),
    puntos: z.array(line(2000)).max(20).optional(),
    lugar: line(500).optional(),
    tramite: z
      .string()
      .regex(/^[a-z0-9-]{1,80}$/)
      .optional(),
    peticionario: peticionario.default({ modo: 'IDENTIFICADO' }),
    contra: z.strictObject({ dependencia: z.string().optional(), servidor: line(200).optional() }).optional(),
    /** Paths of files of this computer: the letter, the capture of what was published. */
    archivos: z.array(z.string().min(1)).max(10).default([]),
    senales: z
      .strictObject({ menorDeEdad: z.boolean().optional(), riesgoDeVida: z.boolean().optional() })
      .optional(),
  })
  .refine(({ medio, recibido }) => recibido !== undefined || !CAME_BEFORE.has(medio), {
    path: ['recibido'],
    message: 'diga cuándo llegó',
  })
  .refine(({ texto, objeto, archivos }) => [texto, objeto, ...archivos].some((one) => one?.trim()), {
    path: ['objeto'],
    message: 'diga qué se pide o adjunte un archivo',
  });

export type Atencion = z.output<typeof atencionSchema>;

/** An attention while it is being written down. */
export type Borrador = Partial<z.input<typeof atencionSchema>>;

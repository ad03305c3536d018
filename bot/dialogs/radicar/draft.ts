import { z } from 'zod';
import { MODOS_IDENTIDAD, TIPOS_DOCUMENTO, TIPOS_PQRSD } from '../../../api/base/kernel/vocabulary';
import { anexoSchema, noRecibidoSchema } from '../../inbox/anexo-schema';

/** A petition while its person writes it. */
export const draftSchema = z.strictObject({
  /** Stable key: sending the same draft twice files once. */
  clave: z.string().min(1),
  texto: z.string(),
  anexos: z.array(anexoSchema),
  /** Files that could not be received: the summary and the constancia say so. */
  noRecibidos: z.array(noRecibidoSchema).optional(),
  tipo: z.enum(TIPOS_PQRSD),
  /** The person chose the tipo; otherwise more text may change it. */
  tipoElegido: z.boolean(),
  /** The person was asked and answered. */
  tipoVisto: z.boolean(),
  tramite: z.string().optional(),
  /** Whom a complaint is against, and whether that was asked and answered. */
  contra: z.strictObject({ dependencia: z.string().optional(), servidor: z.string().optional() }).optional(),
  contraVisto: z.boolean().optional(),
  /** The text seems to hold several demands and the person said that it is one. */
  unSoloPunto: z.boolean().optional(),
  lugar: z.string().optional(),
  lugarVisto: z.boolean(),
  modo: z.enum(MODOS_IDENTIDAD).optional(),
  /** Told that a voice says whose it is, and still sends it without a name. */
  vozVista: z.boolean().optional(),
  nombre: z.string().optional(),
  documento: z.strictObject({ tipo: z.enum(TIPOS_DOCUMENTO), numero: z.string() }).optional(),
  /** A document number whose kind was not told yet. */
  numeroSinTipo: z.string().optional(),
  documentoVisto: z.boolean(),
  /** The link given last to write the number by: only what comes by it is taken. */
  enlace: z.string().optional(),
  correo: z.string().optional(),
  telefono: z.string().optional(),
  direccion: z.string().optional(),
  /** A longer text was already asked for once; it is not asked again. */
  insistido: z.boolean(),
  riesgoDeVida: z.boolean(),
  /** ISO instant at which the person first said to send it: the terms count from there. */
  enviadaEn: z.string().optional(),
  /** Open cases that look the same, once they were looked for; their day is the one of their receipt. */
  parecidas: z
    .array(z.strictObject({ recepcion: z.string(), propia: z.boolean(), dia: z.string() }))
    .optional(),
  /** The person said, before telling it, that it is not for their open case: it is not asked again. */
  esOtra: z.boolean().optional(),
  /** Code of the failure of the last attempt. */
  falla: z.string().optional(),
  /** Times that an earlier version under the same key turned out to be filed. */
  version: z.number().int().min(0),
});

export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft = (clave: string): Draft => ({
  clave,
  texto: '',
  anexos: [],
  tipo: 'PETICION',
  tipoElegido: false,
  tipoVisto: false,
  lugarVisto: false,
  documentoVisto: false,
  insistido: false,
  riesgoDeVida: false,
  version: 0,
});

/** Nothing to lose yet. */
export const isEmpty = ({ texto, anexos }: Pick<Draft, 'texto' | 'anexos'>): boolean =>
  texto.trim() === '' && anexos.length === 0;

/** A way to answer is one of the two things the law requires (CPACA 16). */
export const hasContact = ({ correo, telefono, direccion }: Draft): boolean =>
  [correo, telefono, direccion].some((medio) => medio !== undefined);

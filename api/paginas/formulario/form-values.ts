import { z } from 'zod';
import { cleanText } from '../../base/kernel/plain-text';

/** The fields a person fills, in the order of the page. */
export const CAMPOS = [
  'texto',
  'lugar',
  'asunto',
  'tipo',
  'contraServidor',
  'contraDependencia',
  'menorDeEdad',
  'riesgoDeVida',
  'modo',
  'nombre',
  'tipoDocumento',
  'numeroDocumento',
  'correo',
  'telefono',
  'direccion',
  'representanteNombre',
  'representanteTipo',
  'representanteNumero',
  'representanteCalidad',
  'corrupcion',
] as const;

export type Campo = (typeof CAMPOS)[number];

/** Boxes: empty, or this. */
export const MARCADO = 'si';

/** What was typed, cleaned of invisible characters and outer spaces, and otherwise as it was typed. */
export type FormValues = Readonly<Record<Campo, string>> & {
  /** Stable for one act of filing; absent when missing or malformed. */
  readonly clave?: string;
  /** Id of the trámite the form was opened from, or empty. */
  readonly tramite: string;
  /** A field no person fills: programs that fill everything give themselves away. */
  readonly sitio: string;
};

/** What the button pressed asks for. */
export const PASOS = ['revisar', 'corregir', 'radicar'] as const;
export type Paso = (typeof PASOS)[number];

/** A form as it was sent. */
export interface PostedForm {
  readonly values: FormValues;
  readonly paso: Paso;
  /** Receipts of files that came before, in order. */
  readonly recibos: readonly string[];
}

/** More than anybody is given. */
const MAX_RECIBOS = 60;

const typed = z
  .string()
  .default('')
  .transform((value) => cleanText(value).trim());

const clave = z
  .string()
  .regex(/^[\w-]{22}$/)
  .optional()
  .catch(undefined);

const fields = z.strictObject({
  ...(Object.fromEntries(CAMPOS.map((campo) => [campo, typed])) as Record<Campo, typeof typed>),
  clave,
  tramite: typed,
  sitio: typed,
  paso: z.enum(PASOS).default('revisar'),
  recibo: z.array(z.string().max(4_096)).max(MAX_RECIBOS).default([]),
});

/** A posted form; undefined when it is not this form (unknown fields). */
export function readFormValues(body: unknown): PostedForm | undefined {
  const parsed = fields.safeParse(body);
  if (!parsed.success) return undefined;
  const { paso, recibo: recibos, ...values } = parsed.data;
  return { values, paso, recibos };
}

/** The form before anything is typed. */
export const emptyForm = (clave: string, given: Partial<FormValues> = {}): FormValues => ({
  ...(Object.fromEntries(CAMPOS.map((campo) => [campo, ''])) as Record<Campo, string>),
  modo: 'IDENTIFICADO',
  tramite: '',
  sitio: '',
  ...given,
  clave,
});

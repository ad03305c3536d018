import { z } from 'zod';
import { cleanText } from '../../base/kernel/plain-text';

/** The fields a person fills, in the order of the page. */
export const CAMPOS = [
  'texto',
  'lugar',
  'asunto',
  'tipo',
  'modo',
  'nombre',
  'tipoDocumento',
  'numeroDocumento',
  'correo',
  'telefono',
  'direccion',
] as const;

export type Campo = (typeof CAMPOS)[number];

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
});

/** A posted form; undefined when it is not this form (unknown fields). */
export function readFormValues(body: unknown): { values: FormValues; paso: Paso } | undefined {
  const parsed = fields.safeParse(body);
  if (!parsed.success) return undefined;
  const { paso, ...values } = parsed.data;
  return { values, paso };
}

/** The form before anything is typed. */
export const emptyForm = (clave: string, given: { tramite?: string; asunto?: string } = {}): FormValues => ({
  texto: '',
  lugar: '',
  asunto: given.asunto ?? '',
  tipo: '',
  modo: 'IDENTIFICADO',
  nombre: '',
  tipoDocumento: '',
  numeroDocumento: '',
  correo: '',
  telefono: '',
  direccion: '',
  clave,
  tramite: given.tramite ?? '',
  sitio: '',
});

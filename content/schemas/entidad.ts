import { z } from 'zod';
import { dudas } from './por-confirmar';

const telefono = z.strictObject({
  /** As it is dialled from a mobile phone. */
  numero: z.string().regex(/^[0-9 ]{7,20}$/),
  /** As the source writes it. */
  comoEnLaFuente: z.string().optional(),
  confirmado: z.boolean(),
});

/** `content/entidad.yaml`: who the Alcaldía is. A null is unknown and nothing is said about it. */
export const entidadSchema = z.strictObject({
  nombre: z.string().min(1),
  municipio: z.string().min(1),
  departamento: z.string().min(1),
  nit: z.string().nullable(),
  direccion: z.string().min(1),
  codigoPostal: z.string().regex(/^\d{6}$/),
  telefonos: z.array(telefono),
  correo: z.email(),
  sitioWeb: z.url(),
  /** Opening hours in words. */
  horario: z.string().nullable(),
  whatsapp: z.string().nullable(),
  fuente: z.string().min(1),
  porConfirmar: dudas,
});

export type Entidad = z.infer<typeof entidadSchema>;

/** The phones that may be told to a citizen. */
export const telefonosConfirmados = (entidad: Entidad): readonly string[] =>
  entidad.telefonos.filter(({ confirmado }) => confirmado).map(({ numero }) => numero);

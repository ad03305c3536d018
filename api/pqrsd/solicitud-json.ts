import { z } from 'zod';
import { TIPOS_CIUDADANO } from '../base/kernel/vocabulary';
import { contact, documento, line } from './typed-fields';

const known = z
  .strictObject({
    modo: z.enum(['IDENTIFICADO', 'CONFIDENCIAL']),
    nombre: line(200).optional(),
    documento: documento.optional(),
    ...contact,
  })
  .refine(({ correo, telefono, direccion }) => correo || telefono || direccion, {
    message: 'falta un medio para responder: correo, telefono o direccion',
  });

/**
 * Body of `POST /v1/pqrsd`. Only `texto` is required; without `identidad` the petition is anonymous and its tracking
 * code is the way to get the answer. Files and longer texts than 1 MB come by other ways in.
 */
export const solicitudJson = z.strictObject({
  texto: z.string().max(1_000_000),
  tipo: z.enum(TIPOS_CIUDADANO).default('PETICION'),
  asunto: line(300).optional(),
  tramite: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  lugar: line(500).optional(),
  identidad: z.union([z.strictObject({ modo: z.literal('ANONIMO') }), known]).default({ modo: 'ANONIMO' }),
});

export type SolicitudJson = z.infer<typeof solicitudJson>;

/** Up to 255 visible ASCII characters. All clients share the space of keys: use a UUID. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);

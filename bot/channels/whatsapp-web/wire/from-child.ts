import { z } from 'zod';
import { MOTIVOS_NO_RECIBIDO } from '../../../../api/base/kernel/vocabulary';
import { SUCESOS } from '../../channel';
import { address, fileName, messageId } from './shapes';

/** Why a session is over, in the child's words; the library's own states come as they are (`CONFLICT`, `LOGOUT`…). */
const motivo = z.string().regex(/^[A-Z_]{2,40}$/);

/** One message of a person. Its file, if it has one, is in the folder that was given to the child. */
const mensaje = z.strictObject({
  tipo: z.literal('mensaje'),
  id: messageId,
  /** The address exactly as it came: replies go to it. */
  de: address,
  /** The person's other names, without `@`. */
  lid: z.string().regex(/^\d+$/).optional(),
  telefono: z.string().regex(/^\d+$/).optional(),
  /** As the library calls it: chat, image, ptt… */
  clase: z.string().regex(/^[a-z0-9_]{1,40}$/),
  texto: z.string(),
  /** What happened instead of a message. */
  suceso: z.enum(SUCESOS).optional(),
  /** Milliseconds since 1970. */
  enviadoEn: z.number().int().nonnegative(),
  archivo: z.strictObject({ ruta: fileName, nombre: z.string().max(255).optional() }).optional(),
  noRecibido: z
    .strictObject({ motivo: z.enum(MOTIVOS_NO_RECIBIDO), nombre: z.string().max(255).optional() })
    .optional(),
  ubicacion: z
    .strictObject({ latitud: z.number(), longitud: z.number(), lugar: z.string().max(500).optional() })
    .optional(),
});

/** What the child tells its parent. */
export const fromChild = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('navegador'), pid: z.number().int().positive() }),
  z.strictObject({ tipo: z.literal('qr'), codigo: z.string().min(1).max(2_000) }),
  z.strictObject({ tipo: z.literal('autenticado') }),
  z.strictObject({ tipo: z.literal('listo') }),
  z.strictObject({ tipo: z.literal('estado'), estado: z.string().max(40).nullable() }),
  /** Something failed where nobody was waiting for it. */
  z.strictObject({ tipo: z.literal('tropiezo'), detalle: z.string().max(200) }),
  z.strictObject({ tipo: z.literal('perdida'), motivo, detalle: z.string().max(200).optional() }),
  mensaje,
  z.strictObject({ tipo: z.literal('enviado'), id: messageId, proveedorId: messageId }),
  z.strictObject({
    tipo: z.literal('no-enviado'),
    id: messageId,
    /** SIN_RESPUESTA: it may have gone. The others did not. */
    motivo: z.enum(['SIN_CHAT', 'RECHAZADO', 'SIN_RESPUESTA']),
  }),
  /** -1 error, 1 server, 2 device, 3 read, 4 played. */
  z.strictObject({
    tipo: z.literal('marca'),
    proveedorId: messageId,
    marca: z.number().int().min(-1).max(4),
  }),
]);

export type FromChild = z.infer<typeof fromChild>;
export type MensajeWeb = z.infer<typeof mensaje>;

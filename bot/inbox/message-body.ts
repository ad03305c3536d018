import { z } from 'zod';
import type { Sealing } from '../../api/base/kernel/sealing';
import { CANALES, TIPOS_DOCUMENTO } from '../../api/base/kernel/vocabulary';
import { type InboundMessage, SUCESOS } from '../channels/channel';
import { anexoSchema, noRecibidoSchema } from './anexo-schema';

const CONTEXT = 'inbox.cuerpo';

const body = z.object({
  canal: z.enum(CANALES),
  conversacion: z.string(),
  externalId: z.string(),
  texto: z.string(),
  opcion: z.string().optional(),
  anexos: z.array(anexoSchema),
  noRecibidos: z.array(noRecibidoSchema).optional(),
  porBajar: z
    .array(z.object({ id: z.string(), nombre: z.string(), sha256: z.string().optional() }))
    .optional(),
  suceso: z.enum(SUCESOS).optional(),
  telefono: z.string().optional(),
  documento: z.object({ tipo: z.enum(TIPOS_DOCUMENTO), numero: z.string(), enlace: z.string() }).optional(),
  enviadoEn: z.coerce.date(),
});

/** A message whole, sealed. */
export const sealMessage = (sealing: Sealing, message: InboundMessage): string =>
  sealing.seal(JSON.stringify(message), CONTEXT);

export const openMessage = (sealing: Sealing, sealed: string): InboundMessage =>
  body.parse(JSON.parse(sealing.open(sealed, CONTEXT)));

/** A keyed hash of what the person sent, to tell a repetition from another message under the same id. */
export const huellaOf = (sealing: Sealing, message: InboundMessage): string => {
  const { texto, opcion, anexos, conversacion, porBajar, documento } = message;
  const files = [...anexos.map(({ sha256 }) => sha256), ...(porBajar ?? []).map(({ id }) => id)];
  const sent = [conversacion, texto, opcion ?? null, files, ...(documento ? [documento] : [])];
  return sealing.blind(JSON.stringify(sent), 'inbox.huella');
};

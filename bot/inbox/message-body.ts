import { z } from 'zod';
import type { Sealing } from '../../api/base/kernel/sealing';
import { CANALES } from '../../api/base/kernel/vocabulary';
import type { InboundMessage } from '../channels/channel';
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
  enviadoEn: z.coerce.date(),
});

/** A message whole, sealed. */
export const sealMessage = (sealing: Sealing, message: InboundMessage): string =>
  sealing.seal(JSON.stringify(message), CONTEXT);

export const openMessage = (sealing: Sealing, sealed: string): InboundMessage =>
  body.parse(JSON.parse(sealing.open(sealed, CONTEXT)));

/** A keyed hash of what the person sent, to tell a repetition from another message under the same id. */
export const huellaOf = (sealing: Sealing, { texto, opcion, anexos, conversacion }: InboundMessage): string =>
  sealing.blind(
    JSON.stringify([conversacion, texto, opcion ?? null, anexos.map(({ sha256 }) => sha256)]),
    'inbox.huella',
  );

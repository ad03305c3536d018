import type { InboundMessage } from '../channels/channel';
import type { PastMessage } from './inbox';

/** A message as its person may see it again. */
export const pastOf = ({ externalId, texto, anexos }: InboundMessage, recibidoEn: Date): PastMessage => ({
  externalId,
  texto,
  archivos: anexos.map(({ nombre }) => nombre),
  recibidoEn,
});

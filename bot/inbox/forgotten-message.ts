import { newId } from '../../api/base/kernel/ids';
import { dayOf } from '../../api/base/kernel/coarse-time';
import type { InboxDocument } from './mongo-inbox-schema';

/**
 * What is left of a message that was forgotten: enough to know it again if it is repeated. Whoever steals the disk
 * knows to the minute when an anonymous case was filed, so nothing here tells who wrote, nor when but for the day; an
 * id in order of arrival would.
 */
export const forgottenMessage = ({
  entidad,
  esquema,
  canal,
  externalId,
  recibidoEn,
}: InboxDocument): InboxDocument => ({
  _id: newId(),
  entidad,
  esquema,
  canal,
  externalId,
  cuerpo: null,
  huella: null,
  recibidoEn: dayOf(recibidoEn),
  pendiente: false,
});

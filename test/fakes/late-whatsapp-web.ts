import { failure } from '../../api/base/kernel/failures';
import { err, ok } from '../../api/base/kernel/result';
import type { PushChannel } from '../../bot/channels/channel';
import type { WhatsappWeb } from '../../bot/channels/whatsapp-web/whatsapp-web';

/** A channel for an engine that is made before its WhatsApp Web is: that is told in `late` once it exists. */
export function lateWhatsappWeb() {
  const late: { channel?: WhatsappWeb } = {};
  const deliver: PushChannel['deliver'] = async (who, reply) => {
    const salida = await late.channel?.send(who, reply);
    return salida?.estado === 'ENVIADO' ? ok(undefined) : err(failure('NOT_READY'));
  };
  return { late, channels: { WHATSAPP: { deliver } } };
}

import type { Clock } from '../../../api/base/kernel/clock';
import { localDate } from '../../../api/base/kernel/local-date';
import { ok } from '../../../api/base/kernel/result';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { Texts } from '../../../content/texts';
import { envioId } from '../../envios/envio';
import type { Deliver, OutboundMessage } from '../channel';
import { replyEnvioId } from '../reply-envio';
import type { Budget } from './budget';
import type { Carried } from './carry-message';
import { payloadOf } from './message-payload';

interface Deps {
  readonly carry: (carried: Carried) => ReturnType<Deliver>;
  readonly budget: Budget;
  readonly sealing: Pick<Sealing, 'blind'>;
  readonly texts: () => Texts;
  readonly clock: Clock;
  /** Where the site is seen, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * Sends a reply of the conversation. When the month's budget is spent, acuses and what is said in an emergency go all
 * the same; the rest becomes one link a day to the chat of the site.
 */
export function createDeliverReply({ carry, budget, sealing, texts, clock, publicUrl }: Deps): Deliver {
  const send = async (id: string, persona: string, message: OutboundMessage) => {
    const envio = { id, canal: 'WHATSAPP' } as const;
    const carried = await carry({ envio, persona, payload: () => payloadOf(message, texts()) });
    if (carried.ok) budget.count();
    return carried;
  };
  return async (who, reply, vez) => {
    const persona = who.conversacion;
    if (reply.clase !== undefined || !(await budget.isSpent())) {
      return send(replyEnvioId(sealing, who, reply, vez), persona, reply);
    }
    const link = { texto: texts()('whatsapp.tope', { url: publicUrl }), opciones: [] };
    const key = sealing.blind(`${persona}:tope:${localDate(clock.now())}`, 'envios.id');
    const told = await send(envioId('RESPUESTA', key), persona, link);
    return told.ok ? ok(undefined) : told;
  };
}

import type { Clock } from '../../../api/base/kernel/clock';
import { localDate } from '../../../api/base/kernel/local-date';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { Texts } from '../../../content/texts';
import { envioId } from '../../envios/envio';
import type { Deliver } from '../channel';
import { replyEnvioId } from '../reply-envio';
import type { Budget } from './budget';
import type { createCarryBubble } from './carry-bubble';

interface Deps {
  readonly carry: ReturnType<typeof createCarryBubble>;
  readonly budget: Pick<Budget, 'isSpent'>;
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
  return async (who, reply, vez) => {
    const persona = who.conversacion;
    if (reply.clase !== undefined || !(await budget.isSpent())) {
      return carry({ id: replyEnvioId(sealing, who, reply, vez), persona, message: reply });
    }
    const message = { texto: texts()('whatsapp.tope', { url: publicUrl }), opciones: [] };
    const key = sealing.blind(`${persona}:tope:${localDate(clock.now())}`, 'envios.id');
    return carry({ id: envioId('RESPUESTA', key), persona, message });
  };
}

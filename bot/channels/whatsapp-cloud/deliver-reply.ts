import type { Clock } from '../../../api/base/kernel/clock';
import { localDate } from '../../../api/base/kernel/local-date';
import type { Texts } from '../../../content/texts';
import type { Deliver, Reply } from '../channel';
import type { Budget } from './budget';
import type { createCarryBubble } from './carry-bubble';

interface Deps {
  readonly carry: ReturnType<typeof createCarryBubble>;
  readonly budget: Pick<Budget, 'isSpent'>;
  readonly texts: () => Texts;
  readonly clock: Clock;
  /** Where the site is seen, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * Sends a reply of the conversation. When the month's budget is spent, acuses and what is said in an emergency go all
 * the same; the rest becomes one link a day to the chat of the site.
 */
export function createDeliverReply({ carry, budget, texts, clock, publicUrl }: Deps): Deliver {
  return async ({ conversacion: persona }, reply: Reply) => {
    if (reply.clase !== undefined || !(await budget.isSpent())) {
      return carry({ persona, what: String(reply.seq), clase: claseOf(reply), message: reply });
    }
    const link = { texto: texts()('whatsapp.tope', { url: publicUrl }), opciones: [] };
    const what = `tope:${localDate(clock.now())}`;
    return carry({ persona, what, clase: 'RESPUESTA', message: link });
  };
}

/** With the keys, the acuse of an anonymous filing would tell who filed something on its day. */
const claseOf = ({ clase, once }: Reply) => (clase === 'ACUSE' && !once ? 'ACUSE' : 'RESPUESTA');

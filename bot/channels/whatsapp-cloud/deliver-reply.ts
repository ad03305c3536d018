import type { Clock } from '../../../api/base/kernel/clock';
import { localDate } from '../../../api/base/kernel/local-date';
import { ok } from '../../../api/base/kernel/result';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { Texts } from '../../../content/texts';
import { envioId } from '../../envios/envio';
import type { Deliver, OutboundMessage, Reply } from '../channel';
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
  // Nothing in the id leads to the person, and it is the same however often the reply is sent.
  const keyOf = (persona: string, what: string): string => sealing.blind(`${persona}:${what}`, 'envios.id');
  const send = async (
    persona: string,
    what: string,
    clase: 'RESPUESTA' | 'ACUSE',
    message: OutboundMessage,
  ) => {
    const envio = { id: envioId(clase, keyOf(persona, what)), canal: 'WHATSAPP' } as const;
    const carried = await carry({ envio, persona, payload: () => payloadOf(message, texts()) });
    if (carried.ok) budget.count();
    return carried;
  };
  return async ({ conversacion: persona }, reply: Reply) => {
    if (reply.clase !== undefined || !(await budget.isSpent())) {
      return send(persona, String(reply.seq), claseOf(reply), reply);
    }
    const link = { texto: texts()('whatsapp.tope', { url: publicUrl }), opciones: [] };
    const told = await send(persona, `tope:${localDate(clock.now())}`, 'RESPUESTA', link);
    return told.ok ? ok(undefined) : told;
  };
}

/** With the keys, the acuse of an anonymous filing would tell who filed something on its day. */
const claseOf = ({ clase, once }: Reply) => (clase === 'ACUSE' && !once ? 'ACUSE' : 'RESPUESTA');

import type { RequestFault } from '../faults';
import type { Person } from '../people';
import type { World } from '../world';
import { asSeen } from './as-seen';
import { fieldsOf, type Send } from './check';
import { outcomeOf } from './recipient-state';
import { json, type Reply } from './reply';
import { templateOf } from './templates';
import { isOpen } from './window';

/** What the oracles and whoever reads the trace need of a send. */
export const described = (send: Send, world: World) => ({
  a: send.person?.phone ?? send.recipient ?? null,
  tipo: send.type,
  ventana: isOpen(send, world),
  texto: asSeen(send, world).text,
  cuerpo: fieldsOf(send.body, send.type),
  ...('biz_opaque_callback_data' in send.body ? { opaco: send.body.biz_opaque_callback_data } : {}),
});

/** A person that nobody created is not on WhatsApp. */
const stranger = (phone: string): Person => ({
  phone,
  bsuid: '',
  profileName: '',
  hidesPhone: false,
  client: 'android',
  readReceipts: false,
  openChat: false,
  onWhatsApp: false,
  blocked: false,
  blockedByBusiness: false,
  stoppedMarketing: false,
  received: [],
  sent: [],
});

/** Takes a message that passed: the person sees it, and its states begin to be told. */
export function accept(send: Send, world: World, fault: RequestFault | undefined): Reply {
  const wamid = world.nextId('wamid');
  const person = send.person ?? stranger(send.recipient ?? '');
  const normal = outcomeOf(send, world);
  const outcome = fault?.kind === 'asyncFail' ? { code: fault.code, afterMs: fault.afterMs } : normal;
  const category = templateOf(send, world)?.category.toLowerCase() ?? 'service';
  world.trace.record('envio.aceptado', { id: wamid, ...described(send, world), categoria: category });
  if (outcome === 'DELIVERED') {
    person.typingUntil = undefined;
    const seen = { wamid, en: world.clock.now(), type: send.type, ...asSeen(send, world) };
    if (send.type !== 'reaction') person.received.push(seen);
  }
  const opaque = send.body.biz_opaque_callback_data;
  world.statuses.follow({
    wamid,
    recipient: send.recipient ?? '',
    person,
    category,
    isVoice: fieldsOf(send.body, 'audio').voice === true,
    ...(typeof opaque === 'string' ? { opaque } : {}),
    outcome,
  });
  world.events.emit('cambio');
  const contact = {
    input: send.recipient,
    ...(person.hidesPhone ? {} : { wa_id: person.phone }),
    ...(person.bsuid ? { user_id: person.bsuid } : {}),
  };
  return json(200, { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: wamid }] });
}

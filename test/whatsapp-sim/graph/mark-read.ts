import type { World } from '../world';
import { isFields, textOf, type Fields } from './check';
import { refuse, SUCCESS, type Reply } from './reply';

const TYPING_MS = 25_000;

/** `status: read` on a message marks it and those before it; with an indicator, "escribiendo…" for 25 seconds. */
export function markRead(world: World, body: Fields): Reply {
  const wamid = textOf(body, 'message_id');
  const person = world.people.all().find(({ sent }) => sent.some((message) => message.wamid === wamid));
  if (!person) return refuse(world, 131009, 'message_id: there is no such message');
  const position = person.sent.findIndex((message) => message.wamid === wamid);
  for (const message of person.sent.slice(0, position + 1)) message.state = 'LEIDO';
  const types = isFields(body.typing_indicator);
  if (types) person.typingUntil = world.clock.now() + TYPING_MS;
  world.trace.record('leido', { id: wamid, de: person.phone, escribiendo: types });
  world.events.emit('cambio');
  return SUCCESS;
}

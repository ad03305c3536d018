import type { Person } from '../people';
import { messageUpdate, senderOf, stamp } from '../webhook/update';
import type { World } from '../world';

/** In the virtual clock nobody hurries: what the bot does because of it ends before the next thing. */
export async function settle({ clock, options }: World): Promise<void> {
  if (clock.kind === 'virtual') await options.settled?.();
}

/** Tells the bot of a message of this person. `text` is how it reads; `content` goes under its type. */
export function createSay(world: World, person: Person) {
  const { options, clock, outlet, trace, events } = world;
  return async (
    type: string,
    content: unknown,
    text: string,
    more: Record<string, unknown> = {},
  ): Promise<string> => {
    const id = world.nextId('wamid');
    person.lastInboundAt = clock.now();
    world.rates.throughput();
    person.sent.push({ wamid: id, en: clock.now(), type, text, state: 'ENVIADO' });
    trace.record('entrante', { id, de: person.phone, tipo: type, texto: text });
    events.emit('cambio');
    const message = { ...senderOf(person), id, timestamp: stamp(clock.now()), type, ...more };
    await outlet.send(messageUpdate(options, person, { ...message, [type]: content }));
    await settle(world);
    return id;
  };
}

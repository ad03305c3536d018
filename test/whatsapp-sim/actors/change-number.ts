import type { Person } from '../people';
import { senderOf, stamp, valueFor } from '../webhook/update';
import type { World } from '../world';
import { settle } from './say';

const namedBy = ({ hidesPhone, bsuid, phone }: Person) => (hidesPhone ? bsuid : phone);

/**
 * The person keeps the chat under another number; their business-scoped id is made again. The webhook comes from the
 * names they had, and has no `contacts`.
 */
export async function changeNumber(world: World, person: Person, phone: string): Promise<string> {
  const { options, clock, chance, outlet, trace } = world;
  const id = world.nextId('wamid');
  const before = { ...person };
  person.phone = phone;
  person.bsuid = `CO.${BigInt(`0x${chance.hex(`bsuid:${phone}`, 15)}`)}`;
  trace.record('cambio.de.numero', { id, antes: before.phone, ahora: phone });
  const system = {
    body: `User ${person.profileName} changed from ${namedBy(before)} to ${namedBy(person)}`,
    ...(person.hidesPhone ? {} : { wa_id: phone }),
    user_id: person.bsuid,
    type: person.hidesPhone ? 'user_changed_user_id' : 'user_changed_number',
  };
  const message = { ...senderOf(before), id, timestamp: stamp(clock.now()), type: 'system', system };
  const value = { ...valueFor(options), messages: [message] };
  await outlet.send({
    kind: 'system',
    type: system.type,
    wamid: id,
    person,
    change: { field: 'messages', value },
  });
  await settle(world);
  return id;
}

import type { SimOptions } from '../options';
import type { Person } from '../people';

/** `field` and `value` of one change, as Meta's envelope carries them. */
export interface Change {
  readonly field: string;
  readonly value: Record<string, unknown>;
}

/** One thing to tell the bot. */
export interface Update {
  readonly kind: 'message' | 'status' | 'system' | 'call';
  /** Type of message, or state of a status. */
  readonly type: string;
  readonly wamid: string;
  readonly person: Person;
  readonly change: Change;
}

/** What every value starts with. */
export const valueFor = (options: SimOptions) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: options.displayPhone, phone_number_id: options.phoneNumberId },
});

/** One body with these changes, an entry each. */
export const envelope = (options: SimOptions, changes: readonly Change[]) => ({
  object: 'whatsapp_business_account',
  entry: changes.map(({ field, value }) => ({ id: options.wabaId, changes: [{ value, field }] })),
});

/** How a person appears in `contacts`. */
export const contactOf = (person: Person) => ({
  profile: { name: person.profileName, ...(person.username ? { username: person.username } : {}) },
  ...(person.hidesPhone ? {} : { wa_id: person.phone }),
  user_id: person.bsuid,
});

/** Who a message is from. */
export const senderOf = (person: Person) => ({
  ...(person.hidesPhone ? {} : { from: person.phone }),
  from_user_id: person.bsuid,
});

/** Seconds since the epoch, as text. */
export const stamp = (milliseconds: number): string => String(Math.floor(milliseconds / 1_000));

export function messageUpdate(
  options: SimOptions,
  person: Person,
  message: { readonly id: string; readonly type: string } & Record<string, unknown>,
): Update {
  const value = { ...valueFor(options), contacts: [contactOf(person)], messages: [message] };
  return {
    kind: 'message',
    type: message.type,
    wamid: message.id,
    person,
    change: { field: 'messages', value },
  };
}

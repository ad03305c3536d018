import type { WebhookFault } from '../faults';
import { graphErrorOf } from '../graph/graph-error';
import type { Change, Update } from './update';

interface Value extends Record<string, unknown> {
  readonly messages?: readonly Record<string, unknown>[];
  readonly contacts?: readonly Record<string, unknown>[];
}

const DAY_S = 86_400;
const WEIRD = 'a\u0301 ñ \u202Eabc\u202C 👩‍👩‍👧 \u0000 \uFEFF ‏שלום';

const without = (record: Record<string, unknown>, ...fields: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

const eachMessage = (
  value: Value,
  change: (message: Record<string, unknown>) => Record<string, unknown>,
): Value => (value.messages ? { ...value, messages: value.messages.map(change) } : value);

const withText = (value: Value, body: string) =>
  eachMessage(value, (message) => ({
    ...without(message, String(message.type)),
    type: 'text',
    text: { body },
  }));

const failed = (code: number, details: string) => {
  const { message, error_data } = graphErrorOf(code, details);
  return { code, title: message, message, error_data };
};

/** Each takes a value as it should be and spoils one thing. */
const SPOILERS: Partial<Record<WebhookFault['kind'], (value: Value) => Value>> = {
  unknownType: (value) =>
    eachMessage(value, (message) => ({
      ...without(message, String(message.type)),
      type: 'tipo_que_no_existe',
      tipo_que_no_existe: { nuevo: true },
    })),
  missingContacts: (value) => without(value, 'contacts'),
  noFrom: (value) => ({
    ...eachMessage(value, (message) => without(message, 'from')),
    ...(value.contacts ? { contacts: value.contacts.map((contact) => without(contact, 'wa_id')) } : {}),
  }),
  valueErrors: (value) => ({
    ...without(value, 'messages', 'contacts', 'statuses'),
    errors: [failed(130429, 'Message failed to send because there were too many messages')],
  }),
  hugeText: (value) => withText(value, 'á'.repeat(65_536)),
  weirdUnicode: (value) => withText(value, WEIRD),
  futureTimestamp: (value) =>
    eachMessage(value, (message) => ({
      ...message,
      timestamp: String(Number(message.timestamp) + 365 * DAY_S),
    })),
  tooLarge: (value) =>
    eachMessage(value, (message) => ({
      ...without(message, String(message.type)),
      type: 'unsupported',
      errors: [failed(131052, 'The file is larger than 100 MB')],
    })),
};

/** The update with the fault in it, when the fault is of that kind. */
export function spoil(update: Update, fault: WebhookFault): Update {
  const spoiler = SPOILERS[fault.kind];
  if (!spoiler) return update;
  return { ...update, change: { ...update.change, value: spoiler(update.change.value) } };
}

/** What else comes in a batch: other fields, one nobody knows, and a message to somebody else's number. */
export function noise(like: Change): readonly Change[] {
  const { value } = like;
  const foreign = { display_phone_number: '15559999999', phone_number_id: '999999999999999' };
  return [
    { field: 'account_update', value: { event: 'ACCOUNT_RESTRICTION' } },
    { field: 'campo_que_no_existe', value: { nuevo: true } },
    { field: 'messages', value: { ...value, metadata: foreign } },
  ];
}

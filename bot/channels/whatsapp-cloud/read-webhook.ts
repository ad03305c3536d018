import type { EstadoDicho } from '../../envios/envio';
import type { Alias } from '../../personas/personas';
import * as shape from './webhook-shape';

/** One thing that a webhook tells. */
export type CloudEvent =
  | { readonly kind: 'MESSAGE'; readonly alias: Alias; readonly message: shape.AnyMessage; readonly en: Date }
  | { readonly kind: 'STATUS'; readonly dicho: EstadoDicho }
  | { readonly kind: 'RENAMED'; readonly before: Alias; readonly after: Alias; readonly en: Date }
  /** A problem of the account or the number, by Meta's code. */
  | { readonly kind: 'PROBLEM'; readonly code: number }
  /** Not for us, or nothing that is known: told so that somebody may look. */
  | { readonly kind: 'IGNORED'; readonly why: string };

/** Everything that a webhook tells, in its order. It never throws: what cannot be read is IGNORED. */
export function readWebhook(body: unknown, phoneNumberId: string, now: Date): readonly CloudEvent[] {
  const parsed = shape.envelope.safeParse(body);
  if (!parsed.success) return [ignored('envelope')];
  return parsed.data.entry.flatMap((one) => {
    const entry = shape.entry.safeParse(one);
    return entry.success
      ? entry.data.changes.flatMap((change) => readChange(change, phoneNumberId, now))
      : [ignored('entry')];
  });
}

function readChange(one: unknown, phoneNumberId: string, now: Date): readonly CloudEvent[] {
  const parsed = shape.change.safeParse(one);
  if (!parsed.success) return [ignored('change')];
  const { field, value } = parsed.data;
  return field === 'messages' ? readValue(value, phoneNumberId, now) : [ignored(field)];
}

const ignored = (why: string): CloudEvent => ({ kind: 'IGNORED', why: why.slice(0, 40) });

function readValue(value: unknown, phoneNumberId: string, now: Date): readonly CloudEvent[] {
  const parsed = shape.messagesValue.safeParse(value);
  if (!parsed.success) return [ignored('value')];
  const { metadata, contacts, messages, statuses, errors } = parsed.data;
  // One webhook may serve several numbers of the same account.
  if (metadata.phone_number_id !== phoneNumberId) return [ignored('other-number')];
  const known = contacts.flatMap((one) => shape.contact.safeParse(one).data ?? []);
  return [
    ...messages.map((one) => readMessage(one, known, now)),
    ...statuses.map((one) => readStatus(one, now)),
    ...errors.map((one) => readProblem(one)),
  ];
}

function readMessage(one: unknown, contacts: readonly shape.Contact[], now: Date): CloudEvent {
  const parsed = shape.anyMessage.safeParse(one);
  if (!parsed.success) return ignored('message');
  const message = parsed.data;
  if (message.type === 'system') return readSystem(message, now);
  const alias = aliasOf(message, contacts);
  if (isNobody(alias)) return ignored('nobody');
  return { kind: 'MESSAGE', alias, message, en: instantOf(message.timestamp, now) };
}

/** The phone may be missing; the contact that goes with the message tells the rest. */
function aliasOf({ from, from_user_id }: shape.AnyMessage, contacts: readonly shape.Contact[]): Alias {
  const telefono = digitsOf(from);
  const own = contacts.find(
    ({ wa_id, user_id }) =>
      (telefono !== undefined && digitsOf(wa_id) === telefono) ||
      (from_user_id !== undefined && user_id === from_user_id),
  );
  return namesOf(telefono ?? own?.wa_id, from_user_id ?? own?.user_id);
}

const digitsOf = (phone: string | undefined): string | undefined => {
  const digits = phone?.replaceAll(/\D/g, '');
  return digits === '' ? undefined : digits;
};

function readSystem(message: shape.AnyMessage, now: Date): CloudEvent {
  const parsed = shape.kinds.system.safeParse(message);
  if (!parsed.success) return ignored('system');
  const { type, wa_id, new_wa_id, user_id } = parsed.data.system;
  if (type !== 'user_changed_number' && type !== 'user_changed_user_id') return ignored(`system.${type}`);
  const before = namesOf(message.from, message.from_user_id);
  const after = namesOf(new_wa_id ?? wa_id, user_id);
  if (isNobody(before) || isNobody(after)) return ignored('system');
  return { kind: 'RENAMED', before, after, en: instantOf(message.timestamp, now) };
}

const namesOf = (phone: string | undefined, bsuid: string | undefined): Alias => {
  const telefono = digitsOf(phone);
  return { ...(telefono && { telefono }), ...(bsuid && { bsuid }) };
};

const isNobody = ({ telefono, bsuid }: Alias): boolean => telefono === undefined && bsuid === undefined;

const ESTADOS: Readonly<Record<string, EstadoDicho['estado']>> = {
  sent: 'ENVIADO',
  delivered: 'ENTREGADO',
  read: 'LEIDO',
  played: 'LEIDO',
  failed: 'FALLIDO',
};

function readStatus(one: unknown, now: Date): CloudEvent {
  const parsed = shape.status.safeParse(one);
  const estado = parsed.success ? ESTADOS[parsed.data.status] : undefined;
  if (!parsed.success || !estado) return ignored('status');
  const { id, timestamp, biz_opaque_callback_data: ours, pricing, errors } = parsed.data;
  const code = errors?.[0]?.code;
  return {
    kind: 'STATUS',
    dicho: {
      de: ours === undefined ? { proveedorId: id } : { id: ours },
      estado,
      en: instantOf(timestamp, now),
      ...(code !== undefined && { codigo: String(code) }),
      ...(pricing && { cobro: { facturable: pricing.billable, categoria: pricing.category } }),
    },
  };
}

function readProblem(one: unknown): CloudEvent {
  const parsed = shape.graphError.safeParse(one);
  return parsed.success ? { kind: 'PROBLEM', code: parsed.data.code } : ignored('error');
}

/** Seconds of the epoch in text. A clock that runs ahead of ours counts as now: no term begins tomorrow. */
function instantOf(timestamp: string, now: Date): Date {
  const seconds = Number(timestamp);
  const instant = new Date(seconds * 1_000);
  const isReal = /^\d{9,11}$/.test(timestamp) && instant <= now;
  return isReal ? instant : now;
}

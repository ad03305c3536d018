import type { WwebMessage } from './wweb-client';

/** What a message is to us. IGNORADO: notices of WhatsApp itself, groups, lists, our own messages. */
export type Trato = 'TEXTO' | 'ARCHIVO' | 'UBICACION' | 'NO_LEGIBLE' | 'IGNORADO';

const TRATOS: ReadonlyMap<string, Trato> = new Map<string, Trato>([
  ['chat', 'TEXTO'],
  ['buttons_response', 'TEXTO'],
  ['list_response', 'TEXTO'],
  ['template_button_reply', 'TEXTO'],
  ['image', 'ARCHIVO'],
  ['video', 'ARCHIVO'],
  ['audio', 'ARCHIVO'],
  ['ptt', 'ARCHIVO'],
  ['document', 'ARCHIVO'],
  ['location', 'UBICACION'],
  ['sticker', 'NO_LEGIBLE'],
  ['vcard', 'NO_LEGIBLE'],
  ['multi_vcard', 'NO_LEGIBLE'],
  ['poll_creation', 'NO_LEGIBLE'],
  ['scheduled_event_creation', 'NO_LEGIBLE'],
  ['order', 'NO_LEGIBLE'],
  ['product', 'NO_LEGIBLE'],
  ['payment', 'NO_LEGIBLE'],
  ['groups_v4_invite', 'NO_LEGIBLE'],
  ['unknown', 'NO_LEGIBLE'],
]);

/** One person, by phone or by lid. `0@c.us` is WhatsApp itself. */
const PERSON = /^\d{2,20}@(c\.us|lid)$/;

export const isPerson = (address: string): boolean => PERSON.test(address);

/** How a message is treated. What is not in the table (notices, what was deleted, what is still in cipher) is ignored. */
export function tratoOf({ from, fromMe, isStatus, broadcast, type }: WwebMessage): Trato {
  if (fromMe || isStatus || broadcast || !isPerson(from)) return 'IGNORADO';
  return TRATOS.get(type) ?? 'IGNORADO';
}

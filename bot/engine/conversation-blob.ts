import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Sealing } from '../../api/base/kernel/sealing';
import type { Conversation, KeptReply } from './conversaciones';

/** What is sealed of a conversation: all that a person wrote or was told and when, and who the person is. */
export type Private = Pick<Conversation, 'state' | 'replies' | 'notices' | 'consumed'> & {
  readonly conversacion: string;
};

/** How much the sealed part may measure, in characters. */
export const MAX_BLOB = 64 * 1024;

const CONTEXT = 'conversaciones.estado';
const WORTH_PACKING = 8_192;
/** Base64 of the seal over base64 of what is packed, plus nonce, tag and key id. */
const SEALED_RATIO = 4 / 3;

/** A conversation is measured before it is sealed: what was written for the one serves the other. */
const written = new WeakMap<Conversation, string>();

function packed(conversation: Conversation): string {
  const known = written.get(conversation) ?? pack(contentOf(conversation));
  written.set(conversation, known);
  return known;
}

const contentOf = ({ state, replies, notices, consumed, who }: Conversation): string =>
  JSON.stringify({ state, replies, notices, consumed, conversacion: who.conversacion });

function pack(json: string): string {
  return json.length < WORTH_PACKING ? json : deflateRawSync(json, { level: 3 }).toString('base64');
}

// JSON of an object begins with a brace, which base64 does not have.
const unpack = (packed: string): string =>
  packed.startsWith('{') ? packed : inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');

export const sealConversation = (sealing: Sealing, conversation: Conversation): string =>
  sealing.seal(packed(conversation), CONTEXT);

export function openConversation(sealing: Sealing, sealed: string): Private {
  const { replies, ...rest } = JSON.parse(unpack(sealing.open(sealed, CONTEXT))) as Private;
  return { ...rest, replies: replies.map((reply) => ({ ...reply, en: new Date(reply.en) })) };
}

const fits = (conversation: Conversation): boolean =>
  Buffer.byteLength(packed(conversation)) * SEALED_RATIO < MAX_BLOB - 100;

const MAX_REPLIES = 20;

/**
 * The conversation within its bounds: the oldest replies go first, those after `mustKeep` never. Undefined when it does
 * not fit even so.
 */
export function fitConversation(conversation: Conversation, mustKeep: number): Conversation | undefined {
  let fitted: Conversation = { ...conversation, replies: conversation.replies.slice(-MAX_REPLIES) };
  while (!fits(fitted)) {
    const replies = halfOf(fitted.replies, mustKeep);
    if (replies.length === fitted.replies.length) return undefined;
    fitted = { ...fitted, replies };
  }
  return fitted;
}

function halfOf(replies: readonly KeptReply[], mustKeep: number): readonly KeptReply[] {
  const old = replies.filter(({ seq }) => seq <= mustKeep);
  return replies.slice(Math.ceil(old.length / 2));
}

import type { MensajeWeb } from '../wire/from-child';

/** How many may wait for the parent; those past it stay unread in WhatsApp and are read again later. */
const MOST = 2_000;
/** Ids of stored messages that are remembered, so that a repeated event does not bring its file again. */
const REMEMBERED = 2_000;

interface Deps {
  readonly send: (mensaje: MensajeWeb) => void;
  /** Nothing of this chat waits any more. */
  readonly onEmpty: (chat: string) => void;
}

/**
 * Messages that the parent has not stored yet. Of each chat one is on its way at a time, so that they are stored in
 * order; it is sent again until the parent says that it is stored.
 */
export function createPendingMessages({ send, onEmpty }: Deps) {
  const chats = new Map<string, MensajeWeb[]>();
  const chatOf = new Map<string, string>();
  const stored = remembering(REMEMBERED);
  let refused = false;

  return {
    /** Whether it is worth reading: not if it is already here, or was stored, or there is no room. */
    admits(id: string): boolean {
      if (chatOf.has(id) || stored.has(id)) return false;
      if (chatOf.size < MOST) return true;
      refused = true;
      return false;
    },
    add(mensaje: MensajeWeb): void {
      const queue = [...(chats.get(mensaje.de) ?? []), mensaje];
      chats.set(mensaje.de, queue);
      chatOf.set(mensaje.id, mensaje.de);
      if (queue.length === 1) send(mensaje);
    },
    stored(id: string): void {
      const chat = chatOf.get(id);
      const queue = chat === undefined ? undefined : chats.get(chat);
      // Only the one on its way can have been stored.
      if (chat === undefined || queue?.[0]?.id !== id) return;
      queue.shift();
      chatOf.delete(id);
      stored.add(id);
      const [next] = queue;
      if (next) return send(next);
      chats.delete(chat);
      return onEmpty(chat);
    },
    /** Sends again what is on its way, one of each chat. */
    again(): void {
      for (const [first] of chats.values()) if (first) send(first);
    },
    /** True once after messages were refused for lack of room, when there is room again. */
    hasRoomAgain(): boolean {
      const now = refused && chatOf.size < MOST / 2;
      if (now) refused = false;
      return now;
    },
  };
}

export type PendingMessages = ReturnType<typeof createPendingMessages>;

/** The last ones of a long list. */
function remembering(most: number): Pick<Set<string>, 'has' | 'add'> {
  const all = new Set<string>();
  return {
    has: (id) => all.has(id),
    add(id) {
      const [oldest] = all;
      if (all.size >= most && oldest !== undefined) all.delete(oldest);
      return all.add(id);
    },
  };
}

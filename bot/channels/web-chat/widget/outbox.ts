import type { OwnMessage } from './protocol';

/** What of the browser's storage is used. */
export type KeyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Messages not yet acknowledged, oldest first. They survive a reload and a closed browser. */
export interface Outbox {
  all(): readonly OwnMessage[];
  add(message: OwnMessage): void;
  /** Forgets one that the server has or will never take. */
  settle(id: string): void;
}

const KEY = 'candelaria-chat.por-enviar';

type Change = (messages: readonly OwnMessage[]) => readonly OwnMessage[];

/** With a storage that fails (full, or forbidden in private windows) the messages stay in memory. */
export function createOutbox(store: KeyStore): Outbox {
  let messages = read(store);
  const apply = (change: Change): void => {
    messages = change(messages);
    // Another tab may have stored messages of its own: the change is made to what is there now.
    write(store, change(read(store)));
  };
  return {
    all: () => messages,
    add: (message) => apply((list) => [...list, message]),
    settle: (id) => apply((list) => list.filter((one) => one.id !== id)),
  };
}

function read(store: KeyStore): readonly OwnMessage[] {
  try {
    const value: unknown = JSON.parse(store.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter(isOwnMessage) : [];
  } catch {
    return [];
  }
}

function write(store: KeyStore, messages: readonly OwnMessage[]): void {
  try {
    // Nothing of a person stays on a shared computer longer than it is needed.
    if (messages.length === 0) store.removeItem(KEY);
    else store.setItem(KEY, JSON.stringify(messages));
  } catch {
    // It is still in memory; there is nothing better to do.
  }
}

const isOwnMessage = (value: unknown): value is OwnMessage =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'texto' in value &&
  typeof value.texto === 'string' &&
  'en' in value &&
  typeof value.en === 'string';

import type { KeyStore } from '../../../../../bot/channels/web-chat/widget/outbox';

/** A browser's storage in memory. */
export function memoryStore(): KeyStore & { readonly size: number } {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    get size() {
      return values.size;
    },
  };
}

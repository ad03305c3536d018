import { hkdfSync } from 'node:crypto';

// Contexts are a short closed list in the code; the bound only guards against someone making them out of data.
const MAX_CACHED = 512;

/** Gives a 32-byte key per context from one master (HKDF-SHA256), remembering those it made. */
export function derivedKeys(master: Buffer, family: string): (context: string) => Buffer {
  const made = new Map<string, Buffer>();
  return (context) => {
    const known = made.get(context);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `${family}:${context}`, 32));
    if (made.size >= MAX_CACHED) made.clear();
    made.set(context, key);
    return key;
  };
}

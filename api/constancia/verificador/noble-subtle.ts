import { verifyAsync } from '@noble/ed25519';
import type { Subtle } from '../check-locally';

/**
 * The browser's cryptography with Ed25519 brought along: many browsers have hashes and no such signature. Undefined when
 * there is none at all.
 */
export function withEd25519(subtle: SubtleCrypto | undefined): Subtle | undefined {
  if (!subtle) return undefined;
  const raw = new WeakMap<object, Uint8Array>();
  return {
    digest: (name, data) => subtle.digest(name, data),
    importKey: (async (_format: string, bytes: Uint8Array) => {
      const key = {};
      raw.set(key, bytes);
      return key as CryptoKey;
    }) as Subtle['importKey'],
    async verify(_name, key, signature, message) {
      const publica = raw.get(key);
      if (!publica) return false;
      // As strict as the server (RFC 8032), not as consensus systems are.
      return verifyAsync(bytesOf(signature), bytesOf(message), publica, { zip215: false });
    },
  };
}

const bytesOf = (source: BufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);

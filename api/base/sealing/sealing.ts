import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Sealing } from '../kernel/sealing';
import { derivedKeys } from './derived-key';
import type { Keys } from './keys';

const NONCE = 12;
const TAG = 16;

/** `s1.<key id>.<nonce, cipher and tag in base64url>`: what a sealed value looks like. */
export const SEALED_FORMAT = /^s1\.([\w-]{11})\.([\w-]{38,})$/;

function encrypt(key: Buffer, value: string, context: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const parts = [nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64url');
}

function decrypt(key: Buffer, body: Buffer, context: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context)).setAuthTag(body.subarray(-TAG));
  return Buffer.concat([decipher.update(body.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}

/**
 * Seals with AES-256-GCM under a key of each context. A value names the master key it was sealed with, so that after a
 * rotation the old ones still open. `open` throws when the value was altered, is of another context or of lost keys.
 */
export function createSealing(keys: Keys): Sealing {
  const masters = new Map(keys.sellado.map(({ id, clave }) => [id, derivedKeys(clave, 'sellado')]));
  const current = (keys.sellado.at(-1) ?? keys.sellado[0]).id;
  const blindKey = derivedKeys(keys.busqueda, 'busqueda');
  const keyFor = (id: string, context: string): Buffer => {
    const master = masters.get(id);
    if (!master) throw new Error(`no sealing key ${id} in this installation`);
    return master(context);
  };
  return {
    seal: (value, context) => `s1.${current}.${encrypt(keyFor(current, context), value, context)}`,
    open(sealed, context) {
      const [, id, body] = SEALED_FORMAT.exec(sealed) ?? [];
      if (!id || !body) throw new Error('not a sealed value');
      return decrypt(keyFor(id, context), Buffer.from(body, 'base64url'), context);
    },
    blind: (value, purpose) => createHmac('sha256', blindKey(purpose)).update(value).digest('base64url'),
  };
}

import type { ClavePublica } from '../../base/sealing/signer';
import { decodeBase64url } from '../base64url';
import { fieldsOf } from './fields-of';

/** The public keys as they are downloaded: with this file or apart. */
export interface KeyList {
  readonly formato: 1;
  readonly entidad: string;
  readonly claves: readonly ClavePublica[];
}

const isInstant = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));

function isKey(value: unknown): value is ClavePublica {
  const fields = fieldsOf(value);
  const [id, publica] = [fields.get('id'), fields.get('publica')];
  if (typeof id !== 'string' || typeof publica !== 'string') return false;
  return (
    decodeBase64url(publica)?.length === 32 &&
    isInstant(fields.get('desde')) &&
    isInstant(fields.get('hasta'))
  );
}

/** The keys of a list that was pasted or chosen; undefined when it is not one. */
export function parseKeyList(text: string): readonly ClavePublica[] | undefined {
  try {
    const fields = fieldsOf(JSON.parse(text));
    const claves = fields.get('claves');
    const good = fields.get('formato') === 1 && Array.isArray(claves) && claves.every(isKey);
    return good ? (claves as ClavePublica[]) : undefined;
  } catch {
    return undefined;
  }
}

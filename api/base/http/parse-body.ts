import { failure, type Failure } from '../kernel/failures';
import { err, ok, type Result } from '../kernel/result';

/** Fields of a web form, each once. */
export type FormFields = Readonly<Record<string, string>>;

const MAX_DEPTH = 32;
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Text of bytes that must be UTF-8; a decoder that replaces what is broken would change what the person wrote. */
function decodeUtf8(bytes: Uint8Array): Result<string, Failure> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err(failure('INVALID_ENCODING'));
  }
}

/** JSON in UTF-8, at most 32 levels deep, without keys that are operators of the store or touch prototypes. */
export function parseJson(bytes: Uint8Array): Result<unknown, Failure> {
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return hasForbiddenKey(value) ? err(failure('INVALID_INPUT')) : ok(value);
  } catch {
    return err(failure('INVALID_INPUT'));
  }
}

function hasForbiddenKey(root: unknown): boolean {
  const pending: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) return true;
    for (const [key, child] of Object.entries(value)) {
      if (key.startsWith('$') || PROTOTYPE_KEYS.has(key)) return true;
      pending.push({ value: child, depth: depth + 1 });
    }
  }
  return false;
}

/** A form as browsers send it (`application/x-www-form-urlencoded`); a repeated field is refused. */
export function parseForm(bytes: Uint8Array): Result<FormFields, Failure> {
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  const fields = new Map<string, string>();
  for (const pair of text.value.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decodeComponent(at < 0 ? pair : pair.slice(0, at));
    const value = decodeComponent(at < 0 ? '' : pair.slice(at + 1));
    if (name === undefined || value === undefined) return err(failure('INVALID_ENCODING'));
    if (fields.has(name) || PROTOTYPE_KEYS.has(name)) return err(failure('INVALID_INPUT'));
    fields.set(name, value);
  }
  return ok(Object.fromEntries(fields));
}

// URLSearchParams would put U+FFFD in place of a broken %FF without a word.
function decodeComponent(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

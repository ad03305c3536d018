import { type Doc, isObject } from '../values/types';

/** The document with another value at a path of documents; undefined takes the field away. */
export function withField(node: unknown, parts: readonly string[], value: unknown): Doc {
  const [part = '', ...rest] = parts;
  const fields = new Map<string, unknown>(isObject(node) ? Object.entries(node) : []);
  const inner = rest.length > 0 ? withField(fields.get(part), rest, value) : value;
  if (inner === undefined) fields.delete(part);
  else fields.set(part, inner);
  return Object.fromEntries(fields);
}

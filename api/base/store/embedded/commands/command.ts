import type { Document } from 'bson';
import type { Clock } from '../../../kernel/clock';
import { refuse } from '../command-error';
import { parseExpression } from '../expressions/expression';
import type { Variables } from '../expressions/operator';
import { checkVariableName } from '../expressions/names';
import type { Engine } from '../storage/engine';
import { type Doc, asNumber, isObject, typeName } from '../values/types';
import { decode, encode } from '../values/raw-document';
import type { Cursors } from './cursors';

/** One command as it came, with what it may use. */
export interface Call {
  readonly db: string;
  readonly name: string;
  readonly body: Doc;
  readonly sections: ReadonlyMap<string, readonly Uint8Array[]>;
  readonly engine: Engine;
  readonly cursors: Cursors;
  readonly clock: Clock;
  /** The connection it came by. */
  readonly client: object;
  /** Monotonic milliseconds after which the client no longer waits. */
  readonly deadline?: number;
  /** What `$$name` stands for: one instant for the whole command, and its `let`. */
  readonly variables: Variables;
}

/** A document without its `ok`, or the whole reply as bytes. */
export type Reply = Document | Buffer;

/** Carries a command out; refuses with CommandError. */
export type Command = (call: Call) => Promise<Reply> | Reply;

/** The variables of a command that begins now. */
export function variablesOf(body: Doc, now: Date): Variables {
  const known = { NOW: now };
  if (body.let === undefined) return known;
  if (!isObject(body.let))
    return refuse('TypeMismatch', "BSON field 'let' is the wrong type, expected type 'object'");
  const scope = { root: {}, variables: known };
  const given = Object.entries(body.let).map(([name, value]) => [
    checkVariableName(name),
    parseExpression(value)(scope),
  ]);
  return { ...known, ...(Object.fromEntries(given) as Variables) };
}

/** The collection that the command names. */
export function collectionName({ name, body }: Call): string {
  const value = body[name];
  if (typeof value !== 'string')
    return refuse('InvalidNamespace', `collection name has invalid type ${typeName(value)}`);
  if (value === '' || value.startsWith('$') || value.startsWith('.') || value.includes('\0')) {
    refuse('InvalidNamespace', `Invalid namespace specified '${value}'`);
  }
  return value;
}

/** The documents of a list, whether they came as a section of their own or within the body, as bytes. */
export function rawList({ body, sections }: Call, field: string): readonly Uint8Array[] {
  const section = sections.get(field);
  if (section) return section;
  const inline = body[field];
  if (!Array.isArray(inline))
    return refuse('MissingField', `BSON field '${field}' is missing but a required field`);
  return inline.map((item: unknown) =>
    isObject(item)
      ? encode(item)
      : refuse('TypeMismatch', `BSON field '${field}' must be an array of objects`),
  );
}

export const docList = (call: Call, field: string): Doc[] => rawList(call, field).map(decode);

/** A whole number of zero or more; undefined when absent. */
export function countOf(body: Doc, field: string): number | undefined {
  if (body[field] === undefined || body[field] === null) return undefined;
  const number = asNumber(body[field]);
  if (number === undefined)
    return refuse('TypeMismatch', `BSON field '${field}' is the wrong type '${typeName(body[field])}'`);
  if (!Number.isInteger(number) || number < 0)
    refuse('BadValue', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** Refuses the options that would change the answer and that this store does not follow. */
export function refuseOptions(options: Doc, names: readonly string[], where: string): void {
  for (const name of names) {
    const value = options[name];
    if (value === undefined || value === null || value === false) continue;
    if (isObject(value) && Object.keys(value).length === 0) continue;
    refuse('NotImplemented', `${name} in ${where} is not supported by the embedded store`);
  }
}

/** Refuses what that version of MongoDB does not know, as it does. */
export function refuseUnknown(options: Doc, known: ReadonlySet<string>, where: string): void {
  const unknown = Object.keys(options).find((name) => !known.has(name));
  if (unknown !== undefined)
    refuse('IDLUnknownField', `BSON field '${where}.${unknown}' is an unknown field.`);
}

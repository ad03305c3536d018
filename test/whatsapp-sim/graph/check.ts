import type { Person } from '../people';
import type { World } from '../world';
import { graphErrorOf, type GraphError } from './graph-error';

export type Fields = Readonly<Record<string, unknown>>;

/** What a bot asks to send, as far as it could be read. */
export interface Send {
  readonly body: Fields;
  readonly type: string;
  /** Phone or business-scoped id, as the bot wrote it. */
  readonly recipient?: string;
  readonly person?: Person;
}

/** One step of the validation: the refusal, or nothing. */
export type Check = (send: Send, world: World) => GraphError | undefined;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a name; an empty one when there is none. */
export const fieldsOf = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  return isFields(value) ? value : {};
};

export const listOf = (fields: Fields, name: string): readonly Fields[] => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
};

export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** A field that is missing, and one that is wrong. */
export const missing = (field: string): GraphError => graphErrorOf(131008, `${field}: required`);
export const invalid = (field: string, why: string): GraphError => graphErrorOf(131009, `${field}: ${why}`);

/** Both lengths count: what a bot measures with one and Meta with the other must fail here. */
const longest = (text: string): number => Math.max(text.length, Array.from(text).length);

/** A text that must be there and be no longer than `most`. */
export function text(fields: Fields, name: string, field: string, most: number): GraphError | undefined {
  const value = fields[name];
  if (value === undefined || value === '') return missing(field);
  return optionalText(fields, name, field, most);
}

export function optionalText(
  fields: Fields,
  name: string,
  field: string,
  most: number,
): GraphError | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.trim() === '')
    return invalid(field, 'must be a text that is not empty');
  const length = longest(value);
  return length > most ? invalid(field, `has ${length} characters and may have ${most}`) : undefined;
}

/** The first refusal of several. */
export const firstOf = (...errors: readonly (GraphError | undefined)[]): GraphError | undefined =>
  errors.find((error) => error !== undefined);

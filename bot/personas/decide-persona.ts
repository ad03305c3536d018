import type { Alias } from './personas';

/** A person as known. */
export interface Persona {
  readonly id: string;
  readonly alias: Alias;
  /** When WhatsApp last told a change of its names. */
  readonly renombradaEn?: Date;
}

/** Who writes: somebody known, with the names as they are from now on, or somebody new. */
export type Decided =
  { readonly kind: 'NEW' } | { readonly kind: 'KNOWN'; readonly persona: Persona; readonly changed: boolean };

/** The names in order of how well they tell a person: WhatsApp's own ids are of one user, a line changes hands. */
const NAMES = ['bsuid', 'lid', 'telefono'] as const;

/** Decides whom a set of names belongs to among those who have one of them. */
export function decidePersona(alias: Alias, found: readonly Persona[]): Decided {
  const owner = NAMES.map((name) => ownerBy(name, alias, found)).find(Boolean);
  if (!owner || isAnother(owner.alias, alias)) return { kind: 'NEW' };
  const told = Object.fromEntries(Object.entries(alias).filter(([, value]) => value !== undefined));
  const names: Alias = { ...owner.alias, ...told };
  const changed = NAMES.some((name) => names[name] !== owner.alias[name]);
  return { kind: 'KNOWN', persona: { id: owner.id, alias: names }, changed };
}

const ownerBy = (name: keyof Alias, alias: Alias, found: readonly Persona[]): Persona | undefined =>
  alias[name] === undefined ? undefined : found.find((one) => one.alias[name] === alias[name]);

/** The line is the same and the user is not: it was given to somebody else. */
const isAnother = (known: Alias, alias: Alias): boolean =>
  (['bsuid', 'lid'] as const).some(
    (name) => known[name] !== undefined && alias[name] !== undefined && known[name] !== alias[name],
  );

/** The names as they are kept to be looked for. */
export const namesIn = (alias: Alias): readonly string[] =>
  NAMES.flatMap((name) => (alias[name] === undefined ? [] : [`${name}:${alias[name]}`]));

/**
 * The names of a person after WhatsApp told a new one. A user id is made again when the line changes: of the two, the one
 * that is not told is not theirs any more. It comes back with their next message if it is.
 */
export const renamedAlias = ({ lid }: Alias, after: Alias): Alias => ({
  ...(lid !== undefined && { lid }),
  ...after,
});

/** Whether a change told of that moment is older than what is known of these people, or is that itself. */
export const isToldLate = (en: Date, people: readonly Persona[]): boolean =>
  people.some(({ renombradaEn }) => renombradaEn !== undefined && renombradaEn >= en);

import type { FilterNode } from '../query/filter-node';
import type { Doc } from '../values/types';

/** One operator on one path, as the client wrote it (`a.$.b`, `a.$[x]`, …). */
export interface Change {
  readonly op: string;
  readonly path: string;
  readonly parts: readonly string[];
  readonly apply: Apply;
  /** True when the operator leaves a document without the field as it is, instead of making the way to it. */
  readonly onlyExisting: boolean;
}

/** What a field becomes. */
export type Outcome = { readonly set: unknown } | 'remove' | 'keep';

/** Decides what a field becomes from what it is (undefined: missing). */
export type Apply = (current: unknown, about: About) => Outcome;

export interface About {
  /** Name of the field itself and of the whole path, for messages. */
  readonly name: string;
  readonly path: string;
  readonly document: Doc;
  readonly isInsert: boolean;
  /** The instant of the command, for `$currentDate`. */
  readonly now: Date;
}

/** `$rename`: moves a value. */
export interface Rename {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export type Update =
  | { readonly kind: 'replacement'; readonly document: Doc }
  /** A pipeline: the document that becomes of another. */
  | { readonly kind: 'pipeline'; readonly apply: (document: Doc) => Doc }
  | {
      readonly kind: 'changes';
      readonly changes: readonly Change[];
      readonly renames: readonly Rename[];
      readonly arrayFilters: ReadonlyMap<string, FilterNode>;
    };

export const KEEP: Outcome = 'keep';
